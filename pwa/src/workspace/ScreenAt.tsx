// One screen for each address of the desk.
import { t } from "../i18n/desk";
import { Button } from "../ui";
import { Screen } from "./frame/Screen";
import { You } from "./frame/You";
import { EditOrganization, NewOrganization } from "./organizations/EditOrganization";
import { Members } from "./organizations/Members";
import { OrganizationList } from "./organizations/OrganizationList";
import { Start } from "./organizations/Start";
import { Empty } from "./parts";
import { ImportScreen } from "./questionsets/ImportScreen";
import { Library } from "./questionsets/Library";
import { QuestionSetList } from "./questionsets/QuestionSetList";
import { QuestionSetScreen } from "./questionsets/QuestionSetScreen";
import { VersionScreen } from "./questionsets/VersionScreen";
import { ConflictScreen } from "./results/ConflictScreen";
import { QuarantineScreen } from "./results/QuarantineScreen";
import { ResultsScreen } from "./results/ResultsScreen";
import { CardsScreen } from "./rounds/CardsScreen";
import { OpenRound } from "./rounds/OpenRound";
import { RoundList } from "./rounds/RoundList";
import { RoundScreen } from "./rounds/RoundScreen";
import { to, type DeskRoute } from "./routing";
import { session } from "./session";

export function ScreenAt({ route }: { route: DeskRoute }) {
  switch (route.at) {
    case "home": return <Home />;
    case "you": return <You />;
    case "organizations": return <OrganizationList />;
    case "new-organization": return <NewOrganization />;
    case "unknown": return <Unknown />;
    default: return <InOrganization route={route} />;
  }
}

type OrgRoute = Extract<DeskRoute, { org: string }>;
type At<Places extends OrgRoute["at"]> = { route: Extract<OrgRoute, { at: Places }> };

function InOrganization({ route }: { route: OrgRoute }) {
  switch (route.at) {
    case "start": return <Start org={route.org} />;
    case "edit-organization": return <EditOrganization org={route.org} />;
    case "members": return <Members org={route.org} />;
    case "question-sets": case "library": case "import": case "question-set": case "version": return <OfQuestions route={route} />;
    default: return <OfRounds route={route} />;
  }
}

function OfQuestions({ route }: At<"question-sets" | "library" | "import" | "question-set" | "version">) {
  const { org } = route;
  switch (route.at) {
    case "question-sets": return <QuestionSetList org={org} />;
    case "library": return <Library org={org} />;
    case "import": return <ImportScreen org={org} />;
    case "question-set": return <QuestionSetScreen org={org} id={route.id} tab={route.tab} />;
    case "version": return <VersionScreen org={org} id={route.id} version={route.version} />;
  }
}

function OfRounds({ route }: At<"rounds" | "open-round" | "round" | "cards" | "results" | "quarantine" | "conflicts">) {
  const { org } = route;
  switch (route.at) {
    case "rounds": return <RoundList org={org} />;
    case "open-round": return <OpenRound org={org} version={route.version} />;
    case "round": return <RoundScreen org={org} id={route.id} />;
    case "cards": return <CardsScreen org={org} id={route.id} />;
    case "results": return <ResultsScreen org={org} id={route.id} />;
    case "quarantine": return <QuarantineScreen org={org} id={route.id} />;
    case "conflicts": return <ConflictScreen org={org} id={route.id} />;
  }
}

/** The desk's door leads to one's organization; to the list of them for those who have none of their own. */
function Home() {
  const now = session.value;
  const first = now.state === "in" ? now.me.memberships[0] : undefined;
  return first ? <Start org={first.org_id} /> : <OrganizationList />;
}

function Unknown() {
  return (
    <Screen title={t("unknown.title")}>
      <Empty icon="questions" title={t("unknown.what")} acts={<Button kind="primary" href={to.home}>{t("unknown.home")}</Button>}>
        <p>{t("unknown.body")}</p>
      </Empty>
    </Screen>
  );
}

// The first page of an organization: what it is, and what is worth doing next for whoever is looking.
import { identity, type Organization } from "../../client/desk";
import { t } from "../../i18n/desk";
import { Button } from "../../ui";
import { Badge } from "../../ui/more";
import { Screen } from "../frame/Screen";
import { useLoad } from "../loading";
import { Facts, languageName, listed, Loaded } from "../parts";
import { to } from "../routing";
import { mayIn, rolesIn } from "../session";
import { ageWords, sizeWords } from "./bands";
import { ForLeaders } from "./ForLeaders";
import { ForOperators } from "./ForOperators";
import { Steps } from "./Steps";

export function Start({ org }: { org: string }) {
  const found = useLoad(org, () => identity.organization(org));
  const may = mayIn(org);
  const organization = found.load.state === "ready" ? found.load.value : null;
  return (
    <Screen
      title={organization?.name ?? t("frame.start")} beside={organization?.invented && <Badge tone="sun">{t("organization.invented")}</Badge>}
      acts={may("edit_organization") && <Button kind="plain" icon="edit" href={to.editOrganization(org)}>{t("organization.edit")}</Button>}
    >
      <Loaded from={found}>
        {(known) => (
          <>
            <About organization={known} />
            {may("view_question_sets") && <Steps org={org} />}
            {rolesIn(org).includes("leader") && !may("view_question_sets") && <ForLeaders />}
            {may("manage_members") && !may("view_question_sets") && <ForOperators org={org} />}
          </>
        )}
      </Loaded>
    </Screen>
  );
}

function About({ organization }: { organization: Organization }) {
  const { sector, size_band: size, age_band: age, languages } = organization;
  return (
    <Facts
      items={[
        [t("organization.sector"), sector ?? t("organization.unknown")],
        [t("organization.size"), size ? sizeWords(size) : t("organization.unknown")],
        [t("organization.age"), age ? ageWords(age) : t("organization.unknown")],
        [t("organization.languages"), listed(languages.map(languageName))],
      ]}
    />
  );
}

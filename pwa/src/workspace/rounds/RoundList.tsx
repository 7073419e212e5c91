// The rounds of an organization: the open ones first.
import { allOf, questionSets, rounds, type RoundSummary } from "../../client/desk";
import { t } from "../../i18n/desk";
import { Button } from "../../ui";
import { Screen } from "../frame/Screen";
import { useLoad } from "../loading";
import { Empty, Loaded } from "../parts";
import { to } from "../routing";
import { mayIn } from "../session";
import { RoundRow } from "./RoundRow";

export function RoundList({ org }: { org: string }) {
  const found = useLoad(org, () => allOf((cursor) => rounds.rounds(org, cursor)));
  const open = mayIn(org)("open_rounds") && <Button kind="primary" icon="plus" href={to.openRound(org)}>{t("rounds.openOne")}</Button>;
  const isEmpty = found.load.state === "ready" && found.load.value.length === 0;
  return (
    <Screen title={t("rounds.title")} lead={t("rounds.lead")} acts={!isEmpty && open}>
      <Loaded from={found}>{(all) => (all.length === 0 ? <NoRounds org={org} /> : <Shelves org={org} rounds={all} />)}</Loaded>
    </Screen>
  );
}

function Shelves({ org, rounds: all }: { org: string; rounds: RoundSummary[] }) {
  const shelves = [
    { title: t("rounds.openOnes"), rounds: all.filter(({ state }) => state === "open"), isOpen: true },
    { title: t("rounds.notYetOnes"), rounds: all.filter(({ state }) => state === "not_yet"), isOpen: false },
    { title: t("rounds.closedOnes"), rounds: all.filter(({ state }) => state === "closed"), isOpen: false },
  ];
  return (
    <>
      {shelves.filter((shelf) => shelf.rounds.length > 0).map(({ title, rounds: shelved, isOpen }) => (
        <section key={title} class="stack">
          <h2>{title}</h2>
          <ul class="rows">{shelved.map((round) => <RoundRow key={round.id} org={org} round={round} withProgress={isOpen} />)}</ul>
        </section>
      ))}
    </>
  );
}

/** Without a published version there is nothing to open, so the next step is another one. */
function NoRounds({ org }: { org: string }) {
  const { load } = useLoad(org, () => allOf((cursor) => questionSets.questionSets(org, cursor)));
  const isPublished = load.state === "ready" && load.value.some((set) => set.latest_version !== null);
  const act = isPublished
    ? mayIn(org)("open_rounds") && <Button kind="primary" icon="plus" href={to.openRound(org)}>{t("rounds.openOne")}</Button>
    : <Button kind="primary" href={to.questionSets(org)}>{t("rounds.toSets")}</Button>;
  return (
    <Empty icon="rounds" title={t("rounds.none")} acts={load.state === "ready" && act}>
      <p>{t("rounds.noneBody")}</p>
      {load.state === "ready" && !isPublished && <p>{t("rounds.nonePublished")}</p>}
    </Empty>
  );
}

// Opening a round: which questions, how people get in, and what that promises them.
import { allOf, questionSets, rounds, type NewRound, type QuestionSetSummary } from "../../client/desk";
import { t } from "../../i18n/desk";
import { Button } from "../../ui";
import { Screen } from "../frame/Screen";
import { useAct, useLoad } from "../loading";
import { Empty, Loaded } from "../parts";
import { go, to } from "../routing";
import { dealt } from "./dealt";
import { OpenRoundForm } from "./OpenRoundForm";

export function OpenRound({ org, version }: { org: string; version: string | null }) {
  const found = useLoad(org, async () => (await allOf((cursor) => questionSets.questionSets(org, cursor))).filter(isPublished));
  const opening = useAct(async (wish: NewRound) => {
    const opened = await rounds.openRound(org, wish);
    if (opened.new_cards) dealt.add(opened.id, opened.new_cards);
    go(opened.new_cards ? to.cards(org, opened.id) : to.round(org, opened.id));
  });
  return (
    <Screen title={t("rounds.openOne")} lead={t("openRound.lead")} back={{ href: to.rounds(org), label: t("rounds.title") }}>
      <Loaded from={found}>
        {(sets) => sets.length === 0
          ? <Empty icon="questions" title={t("openRound.nothing")} acts={<Button kind="primary" href={to.questionSets(org)}>{t("rounds.toSets")}</Button>}><p>{t("rounds.nonePublished")}</p></Empty>
          : <OpenRoundForm sets={sets} version={version} act={opening} />}
      </Loaded>
    </Screen>
  );
}

export type PublishedSet = QuestionSetSummary & { latest_version: NonNullable<QuestionSetSummary["latest_version"]> };

function isPublished(set: QuestionSetSummary): set is PublishedSet {
  return set.latest_version !== null && !set.retired;
}

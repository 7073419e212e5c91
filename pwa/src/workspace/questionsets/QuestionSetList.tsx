// The question sets of an organization.
import { allOf, questionSets, type QuestionSetSummary } from "../../client/desk";
import { t } from "../../i18n/desk";
import { Button } from "../../ui";
import { Badge } from "../../ui/more";
import { Screen } from "../frame/Screen";
import { useLoad } from "../loading";
import { DeskIcon, Empty, listed, Loaded } from "../parts";
import { to } from "../routing";
import { mayIn } from "../session";

export function QuestionSetList({ org }: { org: string }) {
  const found = useLoad(org, () => allOf((cursor) => questionSets.questionSets(org, cursor)));
  const acts = mayIn(org)("edit_question_sets") && (
    <>
      <Button href={to.import(org)}><DeskIcon name="upload" /> {t("sets.import")}</Button>
      <Button kind="primary" href={to.library(org)}><DeskIcon name="library" /> {t("sets.library")}</Button>
    </>
  );
  const isEmpty = found.load.state === "ready" && found.load.value.length === 0;
  return (
    <Screen title={t("sets.title")} lead={t("sets.lead")} acts={!isEmpty && acts}>
      <Loaded from={found}>
        {(sets) => sets.length === 0
          ? <Empty icon="questions" title={t("sets.none")} acts={acts}><p>{t("sets.noneBody")}</p></Empty>
          : <ul class="rows">{sets.map((set) => <Row key={set.id} org={org} set={set} />)}</ul>}
      </Loaded>
    </Screen>
  );
}

function Row({ org, set }: { org: string; set: QuestionSetSummary }) {
  return (
    <li>
      <a class="row-link" href={to.questionSet(org, set.id)}>
        <span class="row-title">{set.title}</span>
        <SetBadges set={set} />
        <span class="row-more soft">{t("sets.questions", { count: set.questions })} · {listed(set.languages.map(({ name }) => name))}</span>
      </a>
    </li>
  );
}

/** Where a question set stands: published or not, and whether the draft has moved on since. */
export function SetBadges({ set }: { set: QuestionSetSummary }) {
  return (
    <span class="row badges">
      {set.latest_version ? <Badge tone="pine">{t("sets.version", { number: set.latest_version.number })}</Badge> : <Badge>{t("sets.unpublished")}</Badge>}
      {set.latest_version && set.draft_changed && <Badge tone="sun">{t("sets.changed")}</Badge>}
    </span>
  );
}

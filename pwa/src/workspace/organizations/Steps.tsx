// The way from no question to the first answers, in four steps: each says what is there, and the next one is open.
import type { ComponentChildren } from "preact";
import { allOf, questionSets, rounds, type QuestionSetSummary, type RoundSummary } from "../../client/desk";
import { t } from "../../i18n/desk";
import { Button, Icon } from "../../ui";
import { useLoad } from "../loading";
import { Loaded } from "../parts";
import { RoundRow } from "../rounds/RoundRow";
import { to } from "../routing";
import { mayIn } from "../session";

interface Known { sets: QuestionSetSummary[]; rounds: RoundSummary[] }

export function Steps({ org }: { org: string }) {
  const found = useLoad(org, async () => {
    const [sets, opened] = await Promise.all([
      allOf((cursor) => questionSets.questionSets(org, cursor)), allOf((cursor) => rounds.rounds(org, cursor)),
    ]);
    return { sets, rounds: opened };
  });
  return <Loaded from={found}>{(known) => <Way org={org} known={known} />}</Loaded>;
}

function Way({ org, known }: { org: string; known: Known }) {
  const open = known.rounds.filter(({ state }) => state === "open");
  const steps = stepsOf(org, known);
  const next = steps.findIndex(({ isDone }) => !isDone);
  return (
    <>
      {next !== -1 && (
        <section class="stack" aria-labelledby="way">
          <h2 id="way">{t("way.title")}</h2>
          <ol class="steps">
            {steps.map(({ title, body, act, isDone }, index) => (
              <li key={title} class={isDone ? "step is-done" : index === next ? "step is-next" : "step"} aria-current={index === next ? "step" : undefined}>
                <span class="step-mark figures" aria-hidden="true">{isDone ? <Icon name="check" /> : index + 1}</span>
                <h3>{title}{isDone && <span class="only-heard"> {t("way.done")}</span>}</h3>
                <p class="soft small">{body}</p>
                {index === next && act}
              </li>
            ))}
          </ol>
        </section>
      )}
      {known.rounds.length > 0 && (
        <section class="stack" aria-labelledby="open-rounds">
          <div class="row row-apart"><h2 id="open-rounds">{t("start.open")}</h2><a href={to.rounds(org)}>{t("start.allRounds", { count: known.rounds.length })}</a></div>
          {open.length === 0
            ? <p class="soft">{t("start.noneOpen")}</p>
            : <ul class="rows">{open.map((round) => <RoundRow key={round.id} org={org} round={round} withProgress />)}</ul>}
        </section>
      )}
    </>
  );
}

interface Step { title: string; body: string; isDone: boolean; act: ComponentChildren }

function stepsOf(org: string, { sets, rounds: opened }: Known): Step[] {
  const may = mayIn(org);
  const published = sets.filter((set) => set.latest_version !== null);
  const draft = sets.find((set) => set.latest_version === null) ?? sets[0];
  const button = (href: string, words: string) => <div><Button kind="primary" href={href}>{words}</Button></div>;
  return [
    { title: t("way.choose"), body: t("way.chooseBody"), isDone: sets.length > 0, act: may("edit_question_sets") && button(to.library(org), t("way.chooseAct")) },
    { title: t("way.publish"), body: t("way.publishBody"), isDone: published.length > 0, act: draft && button(to.questionSet(org, draft.id), t("way.publishAct")) },
    { title: t("way.open"), body: t("way.openBody"), isDone: opened.length > 0, act: may("open_rounds") && button(to.openRound(org), t("way.openAct")) },
    { title: t("way.read"), body: t("way.readBody"), isDone: opened.length > 0, act: null },
  ];
}

// What the answers of a round come to, question by question, without what could tell about fewer than k people.
import { useState } from "preact/hooks";
import { rounds, type Results, type RoundSummary } from "../../client/desk";
import { interfaceLanguage, language as mine } from "../../i18n";
import { t } from "../../i18n/desk";
import { Button } from "../../ui";
import { SelectField } from "../../ui/more";
import { Screen } from "../frame/Screen";
import { useLoad } from "../loading";
import { Empty, languageName, Loaded } from "../parts";
import { to } from "../routing";
import { mayIn } from "../session";
import { bandWords } from "../words";
import { Downloads } from "./Downloads";
import { HowToRead } from "./HowToRead";
import { QuestionCard } from "./QuestionCard";
import { SetAside } from "./SetAside";

export function ResultsScreen({ org, id }: { org: string; id: string }) {
  const found = useLoad(`${org}/${id}`, async () => {
    const [round, results] = await Promise.all([rounds.round(org, id), rounds.results(org, id)]);
    return { round, results };
  });
  const round = found.load.state === "ready" ? found.load.value.round : null;
  return (
    <Screen title={t("results.title")} lead={round?.title} back={{ href: to.round(org, id), label: round?.title ?? t("rounds.one") }}>
      <Loaded from={found}>{({ round: known, results }) => <Body org={org} round={known} results={results} />}</Loaded>
    </Screen>
  );
}

function Body({ org, round, results }: { org: string; round: RoundSummary; results: Results }) {
  const { languages } = results;
  const [language, setLanguage] = useState(languages.find((code) => interfaceLanguage(code) === mine.value) ?? languages[0] ?? "und");
  const may = mayIn(org);
  return (
    <>
      <div class="results-head">
        <p class="band-words">{bandWords(results.band)}</p>
        {languages.length > 1 && (
          <SelectField
            id="results-language" label={t("results.language")} value={language} onChoose={setLanguage}
            choices={languages.map((code) => ({ value: code, label: languageName(code) }))}
          />
        )}
      </div>
      <HowToRead round={round} results={results} />
      {may("view_quarantine") && <SetAside org={org} round={round} />}
      {results.shown
        ? <ol class="results">{results.questions.map((question, index) => <QuestionCard key={question.path} number={index + 1} question={question} language={language} k={round.k} />)}</ol>
        : <NotYet org={org} round={round} />}
      {may("export_rows") && <Downloads org={org} round={round} languages={languages} language={language} />}
    </>
  );
}

function NotYet({ org, round }: { org: string; round: RoundSummary }) {
  return (
    <Empty icon="chart" title={t("results.few")} acts={<Button kind="primary" href={to.round(org, round.id)}>{t("results.invite")}</Button>}>
      <p>{round.word === "anonymous" ? t("results.fewBody", { k: round.k, twice: 2 * round.k }) : t("results.fewInterviews", { k: round.k })}</p>
    </Empty>
  );
}

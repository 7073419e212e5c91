// What was answered, drawn as its kind asks for: bars, figures, or people's own words.
import type { Summary } from "../../client/desk";
import { language as mine } from "../../i18n";
import { t } from "../../i18n/desk";
import { Bars } from "../parts";
import { labelIn } from "./labels";
import { Words } from "./Words";

interface AnswerSummaryProps {
  summary: Summary;
  caption: string;
  /** null: it may not be told. */
  answered: number | null;
  language: string;
  k: number;
}

export function AnswerSummary({ summary, caption, answered, language, k }: AnswerSummaryProps) {
  if (summary.kind === "text") return <Words texts={summary.texts} someHeldBack={answered === null} />;
  return (
    <>
      {summary.kind === "number" && <Figures summary={summary} k={k} />}
      {summary.choices.length > 0 && (
        <Bars caption={caption} whole={Math.max(answered ?? 0, ...summary.choices.map(({ count }) => count ?? 0))} bars={summary.choices.map((choice) => ({ key: choice.name, label: barLabel(choice, language), count: choice.count }))} />
      )}
      {summary.kind === "rank" && <p class="soft small">{t("results.rank")}</p>}
    </>
  );
}

function barLabel({ label, name, mean_place: place }: Summary["choices"][number], language: string): string {
  const words = labelIn(label, language) || name;
  return typeof place !== "number" ? words : t("results.place", { label: words, place: rounded(place) });
}

function Figures({ summary, k }: { summary: Summary; k: number }) {
  const figures = [
    [t("results.mean"), summary.mean], [t("results.median"), summary.median],
  ] as const;
  return (
    <>
      <dl class="figures-row">
        {figures.map(([name, figure]) => typeof figure === "number" && <div key={name}><dt class="eyebrow">{name}</dt><dd class="figure figures">{rounded(figure)}</dd></div>)}
      </dl>
      <p class="soft small">{t("results.figures", { k, twice: 2 * k, many: 4 * k })}</p>
    </>
  );
}

const rounded = (figure: number) => figure.toLocaleString(mine.value, { maximumFractionDigits: 1 });

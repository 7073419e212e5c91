// One question as it was asked, and what was answered.
import type { QuestionResult } from "../../client/desk";
import { t } from "../../i18n/desk";
import { Icon } from "../../ui";
import { AnswerSummary } from "./AnswerSummary";
import { labelIn } from "./labels";
import { Reasons } from "./Reasons";

interface QuestionCardProps {
  number: number;
  question: QuestionResult;
  language: string;
  k: number;
}

export function QuestionCard({ number, question, language, k }: QuestionCardProps) {
  const label = labelIn(question.label, language) || question.name;
  return (
    <li class="result" id={question.name}>
      <h2 class="result-asked" lang={language}><span class="result-number figures">{number}</span><span>{label}</span></h2>
      <div class="result-said stack">
        {question.suppressed
          ? <p class="result-hidden"><Icon name="lock" /><span>{t("results.suppressed", { k })}</span></p>
          : (
            <>
              <p class="eyebrow figures">{question.answered === null ? t("results.answeredHidden") : t("results.answered", { count: question.answered })}</p>
              {question.type.startsWith("geo") && <p class="soft small">{t("results.places")}</p>}
              {question.summary && <AnswerSummary summary={question.summary} caption={label} answered={question.answered} language={language} k={k} />}
            </>
          )}
        {question.states && <Reasons states={question.states} />}
      </div>
    </li>
  );
}

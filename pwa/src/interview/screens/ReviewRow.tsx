// One answer in the list of all answers: the question, what was said or why nothing was, and a tap that leads back.
import { Icon } from "../../ui";
import { Badge } from "../../ui/more";
import { t, type FurtherKey } from "../../i18n/further";
import type { Conducting } from "../conduct/conducting";
import type { ReviewItem } from "../conduct/reviewing";
import { plainWords } from "../wording/markup";
import { shownAnswer } from "../wording/showing";

const reasons = {
  skipped: "review.skipped",
  rather_not_say: "review.ratherNot",
  dont_know: "review.dontKnow",
} as const satisfies Record<string, FurtherKey>;

export function ReviewRow({ on, item: { path, needsLook } }: { on: Conducting; item: ReviewItem }) {
  const question = plainWords(on.answers.words(path, "label")) || t("review.noLabel");
  const reason = on.answers.reason(path);
  const value = on.checking.typed(path) ?? shownAnswer(on.answers, path, on.language.value);
  return (
    <li>
      <button type="button" class="review-row" onClick={() => on.visit(path)}>
        <span class="review-words" lang={on.language.value}>
          <span class="review-question">{question}</span>
          {value && <span class="review-answer"><bdi>{value}</bdi></span>}
        </span>
        {!value && <Badge>{t(reasons[reason ?? "skipped"])}</Badge>}
        {needsLook && <Badge tone="care"><Icon name="care" />{t("review.needs")}</Badge>}
        <span class="review-edit"><Icon name="edit" /><span class="only-heard">{t("review.change")}</span></span>
      </button>
    </li>
  );
}

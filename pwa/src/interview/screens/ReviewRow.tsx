// One answer in the list of all answers: the question, what was said or why nothing was, and a tap that leads back.
import { Icon } from "../../ui";
import { Badge } from "../../ui/more";
import { t, type FurtherKey } from "../../i18n/further";
import type { Conducting } from "../conduct/conducting";
import type { ReviewItem } from "../conduct/reviewing";
import { repeatsOf } from "../conduct/series";
import { plainWords } from "../wording/markup";
import { shownAnswer } from "../wording/showing";
import { titleOf } from "./Asked";

const reasons = {
  skipped: "review.skipped",
  rather_not_say: "review.ratherNot",
  dont_know: "review.dontKnow",
} as const satisfies Record<string, FurtherKey>;

export function ReviewRow({ on, item: { path, needsLook } }: { on: Conducting; item: ReviewItem }) {
  const repeat = repeatAround(on, path);
  const question = plainWords(on.answers.words(path, "label")) || t("review.noLabel");
  const reason = on.answers.reason(path);
  const node = on.form.node(path);
  const value = node.type === "repeat" ? howMany(on, path) : shownAnswer(on.answers, path, on.language.value);
  return (
    <li>
      <button type="button" class="review-row" onClick={() => on.visit(path)}>
        <span class="review-words" lang={on.language.value}>
          <span class="review-question">{repeat && `${repeat} · `}{question}</span>
          {value && <span class="review-answer"><bdi>{value}</bdi></span>}
        </span>
        {!value && <Badge>{t(reasons[reason ?? "skipped"])}</Badge>}
        {needsLook && <Badge tone="care"><Icon name="care" />{t("review.needs")}</Badge>}
        <span class="review-edit"><Icon name="edit" /><span class="only-heard">{t("review.change")}</span></span>
      </button>
    </li>
  );
}

const howMany = (on: Conducting, series: string): string => t("series.count", { count: repeatsOf(on, series).length });

/** The same question is asked in every repeat: which one is it? */
function repeatAround(on: Conducting, path: string): string {
  const end = path.lastIndexOf("]/");
  return end < 0 ? "" : plainWords(titleOf(on, path.slice(0, end + 1)));
}

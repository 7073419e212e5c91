// How to read a results page: folded up, because it is read once.
import type { Results, RoundSummary } from "../../client/desk";
import { t } from "../../i18n/desk";
import { missingMeaning, missingName, reasons } from "../words";

export function HowToRead({ round, results }: { round: RoundSummary; results: Results }) {
  return (
    <details class="how">
      <summary>{t("how.title")}</summary>
      <div class="stack how-body">
        {results.updated_in_groups_of !== null && <p>{t("how.groups", { k: results.updated_in_groups_of })}</p>}
        <p>{t("how.hidden", { k: round.k })}</p>
        <p>{t("how.all", { many: 4 * round.k })}</p>
        <p>{t("how.rounded", { k: round.k })}</p>
        {round.word === "confidential" && <p>{t("how.confidential")}</p>}
        <p>{t("how.reasons")}</p>
        <dl class="reasons-legend">
          {reasons.map((reason) => <div key={reason} class={`reason reason-${reason}`}><dt><span class="reason-mark" aria-hidden="true" />{missingName(reason)}</dt><dd class="soft">{missingMeaning(reason)}</dd></div>)}
        </dl>
      </div>
    </details>
  );
}

// Why others have no answer: five different things, each with its own mark and word.
import type { Missing } from "../../client/desk";
import { t } from "../../i18n/desk";
import { missingName, reasons } from "../words";

export function Reasons({ states }: { states: Partial<Record<Missing, number | null>> }) {
  const told = reasons.filter((reason) => reason in states);
  const some = told.filter((reason) => states[reason] !== 0);
  if (told.length === 0) return null;
  if (some.length === 0) return <p class="reasons-none soft small">{t("results.everyone")}</p>;
  return (
    <ul class="reasons" aria-label={t("results.without")}>
      {some.map((reason) => (
        <li key={reason} class={`reason reason-${reason}`}>
          <span class="reason-mark" aria-hidden="true" />
          <span>{missingName(reason)}</span> <span class="figures reason-count">{states[reason]?.toLocaleString() ?? t("chart.hidden")}</span>
        </li>
      ))}
    </ul>
  );
}

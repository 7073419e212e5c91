// A bar chart that is a table: what is seen as bars is heard as rows.
import { t } from "../../i18n/desk";

export interface Bar {
  key: string;
  label: string;
  /** null: it may not be told. */
  count: number | null;
}

interface BarsProps {
  caption: string;
  bars: readonly Bar[];
  /** What a full bar stands for: the people who answered. */
  whole: number;
}

export function Bars({ caption, bars, whole }: BarsProps) {
  return (
    <table class="bars">
      <caption class="only-heard">{caption}</caption>
      <thead class="only-heard"><tr><th scope="col">{t("chart.answer")}</th><th scope="col">{t("chart.count")}</th></tr></thead>
      <tbody>
        {bars.map(({ key, label, count }) => (
          <tr key={key} class={count === null ? "bar is-hidden-count" : "bar"}>
            <th scope="row" class="bar-label">{label}</th>
            <td class="bar-cell">
              <span class="bar-track" aria-hidden="true"><span class="bar-fill" style={{ inlineSize: share(count, whole) }} /></span>
              <span class="bar-count figures">{count === null ? t("chart.hidden") : count.toLocaleString()}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function share(count: number | null, whole: number): string {
  if (count === null || whole <= 0) return "0";
  return `${Math.min(100, (100 * count) / whole).toFixed(1)}%`;
}

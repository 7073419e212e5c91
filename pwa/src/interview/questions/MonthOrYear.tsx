// A date of which only the month and the year, or the year, is asked. Stored as its first day, as XForms does.
import { useState } from "preact/hooks";
import { TextField } from "../../ui";
import { SelectField } from "../../ui/more";
import { t } from "../../i18n/further";
import { looksLike, type QuestionProps } from "./props";

const months = Array.from({ length: 12 }, (_, month) => String(month + 1).padStart(2, "0"));

export function MonthOrYear({ on, path, node, id, labelledBy, describedBy, invalid }: QuestionProps) {
  const { value, readonly } = on.answers.look(path);
  const [month, setMonth] = useState(value.slice(5, 7));
  const [year, setYear] = useState(value.slice(0, 4));
  const withMonth = looksLike(node, "month-year");
  const give = (nextYear: string, nextMonth: string) => {
    setYear(nextYear);
    setMonth(nextMonth);
    const complete = /^\d{4}$/.test(nextYear) && (!withMonth || nextMonth !== "");
    const next = complete ? `${nextYear}-${withMonth ? nextMonth : "01"}-01` : "";
    if (next !== on.answers.look(path).value) on.choose(path, next);
  };
  const wrong = year !== "" && !/^\d{0,4}$/.test(year);
  return (
    <div class="row" role="group" aria-labelledby={labelledBy} aria-describedby={describedBy}>
      {withMonth && (
        <SelectField
          id={`${id}-month`} label={t("date.month")} value={month} empty="–" disabled={readonly} invalid={invalid}
          choices={months.map((each) => ({ value: each, label: monthName(each, on.language.value) }))} onChoose={(chosen) => give(year, chosen)}
        />
      )}
      <TextField
        id={`${id}-year`} label={t("date.yearLabel")} short inputMode="numeric" value={year} readonly={readonly} invalid={invalid}
        fault={wrong ? t("date.year") : undefined} onInput={(typed) => give(typed.trim(), month)}
      />
    </div>
  );
}

function monthName(month: string, language: string): string {
  return new Date(Date.UTC(2024, Number(month) - 1, 15)).toLocaleDateString(language, { month: "long", timeZone: "UTC" });
}

// A date of which only the month and the year, or the year, is asked. Stored as its first day, as XForms does.
import { useState } from "preact/hooks";
import { TextField } from "../../ui";
import { SelectField } from "../../ui/more";
import { t } from "../../i18n/further";
import { monthName } from "../wording/showing";
import { looksLike, type QuestionProps } from "./props";

const months = Array.from({ length: 12 }, (_, month) => String(month + 1).padStart(2, "0"));

export function MonthOrYear({ on, path, node, id, labelledBy, describedBy, invalid }: QuestionProps) {
  const { value, readonly } = on.answers.look(path);
  const withMonth = looksLike(node, "month-year");
  const [givenYear = "", givenMonth = ""] = (on.answers.unclear(path) ?? value).split("-");
  const [month, setMonth] = useState(withMonth ? givenMonth : "");
  const [year, setYear] = useState(givenYear);
  const give = (nextYear: string, nextMonth: string) => {
    setYear(nextYear);
    setMonth(nextMonth);
    const complete = /^\d{4}$/.test(nextYear) && (!withMonth || nextMonth !== "");
    if (complete) on.choose(path, `${nextYear}-${withMonth ? nextMonth : "01"}-01`);
    else if (nextYear || nextMonth) on.cannotRead(path, `${nextYear}-${nextMonth}`); // half of it is kept
    else on.choose(path, "");
  };
  const wrong = !invalid && !/^\d{0,4}$/.test(year);
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
        fault={wrong ? t("date.year") : undefined} onInput={(typed) => give(typed.trim(), month)} onBlur={() => on.typed(path)}
      />
    </div>
  );
}

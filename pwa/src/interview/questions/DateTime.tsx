// A day and a time of day, in the phone's own controls. Stored with the offset of the place where the phone is, as XForms does.
import { useState } from "preact/hooks";
import { TextField } from "../../ui";
import { t } from "../../i18n/further";
import type { QuestionProps } from "./props";

export function DateTime({ on, path, id, labelledBy, describedBy, invalid }: QuestionProps) {
  const { value, readonly } = on.answers.look(path);
  const [given, setGiven] = useState(on.answers.unclear(path) ?? value);
  const [day = "", time = ""] = given.split("T");
  const clock = time.slice(0, 5);
  const give = (nextDay: string, nextTime: string) => {
    setGiven(`${nextDay}T${nextTime}`);
    if (nextDay && nextTime) on.choose(path, moment(nextDay, nextTime));
    else if (nextDay || nextTime) on.cannotRead(path, `${nextDay}T${nextTime}`); // half of it is kept
    else on.choose(path, "");
  };
  return (
    <div class="row" role="group" aria-labelledby={labelledBy} aria-describedby={describedBy}>
      <TextField
        id={id} label={t("dateTime.day")} short type="date" value={day} readonly={readonly} invalid={invalid} lang={on.language.value}
        onInput={(next) => give(next, clock)}
      />
      <TextField
        id={`${id}-time`} label={t("dateTime.time")} short type="time" value={clock} readonly={readonly} invalid={invalid} lang={on.language.value}
        onInput={(next) => give(day, next.slice(0, 5))} onBlur={() => on.typed(path)}
      />
    </div>
  );
}

/** ISO 8601 with the offset that this clock has on that day. */
function moment(day: string, time: string): string {
  const minutes = -new Date(`${day}T${time}`).getTimezoneOffset();
  const two = (number: number) => String(Math.floor(number)).padStart(2, "0");
  const size = Math.abs(minutes);
  return `${day}T${time}:00.000${minutes < 0 ? "-" : "+"}${two(size / 60)}:${two(size % 60)}`;
}

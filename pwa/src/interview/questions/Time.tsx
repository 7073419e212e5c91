// A time of day, in the phone's own clock face. Stored as XForms writes it, without a zone: it is the time where the person is.
import { TextField } from "../../ui";
import { tiesOf, type QuestionProps } from "./props";

export function Time(props: QuestionProps) {
  const { on, path } = props;
  const { value, readonly } = on.answers.look(path);
  const give = (time: string) => on.choose(path, time === "" ? "" : `${time.slice(0, 5)}:00.000`);
  return <TextField {...tiesOf(props)} short type="time" value={value.slice(0, 5)} readonly={readonly} lang={on.language.value} onInput={give} />;
}

// A day, chosen in the phone's own calendar; a month or a year where the author asks for no more.
import { TextField } from "../../ui";
import { later } from "../later";
import { looksLike, tiesOf, type QuestionProps } from "./props";

const MonthOrYear = later<QuestionProps>((further) => further.MonthOrYear);

export function DateQuestion(props: QuestionProps) {
  const { on, path, node } = props;
  const { value, readonly } = on.answers.look(path);
  if (looksLike(node, "year") || looksLike(node, "month-year")) return <MonthOrYear {...props} />;
  return <TextField {...tiesOf(props)} short type="date" value={value.slice(0, 10)} readonly={readonly} lang={on.language.value} onInput={(day) => on.choose(path, day)} />;
}

// One choice of a list that opens: where the author asks for the small form.
import { SelectField } from "../../ui/more";
import { t } from "../../i18n/further";
import { plainWords } from "../wording/markup";
import { tiesOf, type QuestionProps } from "./props";

export function Minimal(props: QuestionProps) {
  const { on, path } = props;
  const { value, readonly } = on.answers.look(path);
  const choices = on.answers.choices(path).map(({ name, label }) => ({ value: name, label: plainWords(label) || name }));
  return (
    <SelectField
      {...tiesOf(props)} value={value} choices={choices} empty={t("answer.pickFromList")} disabled={readonly}
      onChoose={(name) => on.choose(path, name)}
    />
  );
}

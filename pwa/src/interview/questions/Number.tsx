// Whole and decimal numbers, typed the way the person's language writes them and stored with a point.
import { useState } from "preact/hooks";
import { TextField } from "../../ui";
import { t } from "../../i18n/further";
import { readNumber, shownNumber, typedNumber } from "../wording/numbers";
import { tiesOf, type QuestionProps } from "./props";

export function NumberQuestion(props: QuestionProps) {
  const { on, path, node } = props;
  const kind = node.type === "integer" ? "integer" : "decimal";
  const language = on.language.value;
  const { value, readonly } = on.answers.look(path);
  const [text, setText] = useState(on.answers.unclear(path) ?? typedNumber(value, language));
  const read = readNumber(text, kind, language);
  const type = (typed: string) => {
    setText(typed);
    const number = readNumber(typed, kind, language);
    if (typed.trim() === "") on.type(path, "");
    else if (number === "unclear") on.cannotRead(path, typed);
    else on.type(path, number.value);
  };
  return (
    <TextField
      {...tiesOf(props)} short value={text} readonly={readonly} inputMode={kind === "integer" ? "numeric" : "decimal"}
      note={read !== "unclear" && read.grouped ? t("number.readAs", { number: shownNumber(read.value, language) }) : undefined}
      onInput={type} onBlur={() => on.typed(path)}
    />
  );
}

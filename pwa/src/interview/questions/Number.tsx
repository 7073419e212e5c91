// Whole and decimal numbers, typed the way the person's language writes them and stored with a point.
import { useState } from "preact/hooks";
import { TextField } from "../../ui";
import { t } from "../../i18n/further";
import type { Node } from "../../logic";
import { groupedNumber, readNumber, shownNumber, typedNumber, type ReadNumber } from "../wording/numbers";
import { Counter } from "./Counter";
import { looksLike, tiesOf, type QuestionProps } from "./props";

export function NumberQuestion(props: QuestionProps) {
  const { on, path, node } = props;
  const kind = node.type === "integer" ? "integer" : "decimal";
  const language = on.language.value;
  const { value, readonly } = on.answers.look(path);
  const [text, setText] = useState(on.answers.unclear(path) ?? typedNumber(value, language));
  const [isHere, setHere] = useState(false);
  const [counted, setCounted] = useState("");
  const read = readNumber(text, kind, language);
  const type = (typed: string) => {
    setText(typed);
    const number = readNumber(typed, kind, language);
    if (typed.trim() === "") on.type(path, "");
    else if (number === "unclear") on.cannotRead(path, typed);
    else on.type(path, number.value);
  };
  const count = (next: string) => {
    setText(typedNumber(next, language));
    setCounted(shownNumber(next, language));
    on.choose(path, next);
  };
  const leave = () => {
    setHere(false);
    on.typed(path);
  };
  const field = (
    <TextField
      {...tiesOf(props)} short value={isHere ? text : leftText(node, read, language) ?? text} readonly={readonly} inputMode={kind === "integer" ? "numeric" : "decimal"}
      note={noteOn(read, language)}
      onInput={type} onFocus={() => setHere(true)} onBlur={leave}
    />
  );
  if (kind !== "integer" || !looksLike(node, "counter")) return field;
  return <Counter value={read === "unclear" ? "" : read.value} fixed={readonly} words={counted} onCount={count}>{field}</Counter>;
}

/** What was understood, where a mark has been taken for thousands. */
function noteOn(read: ReadNumber, language: string): string | undefined {
  return read !== "unclear" && read.grouped ? t("number.readAs", { number: shownNumber(read.value, language) }) : undefined;
}

/** What stands in a field that was left, if it is more than what was typed: with thousands set apart. What is kept stays plain. */
function leftText(node: Node, read: ReadNumber, language: string): string | undefined {
  return read !== "unclear" && looksLike(node, "thousands-sep") ? groupedNumber(read.value, language) : undefined;
}

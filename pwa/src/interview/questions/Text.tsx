// Words: one line, or a sheet to write on where the author asks for `multiline`; an address where for `url`.
import { useState } from "preact/hooks";
import { TextField } from "../../ui";
import { looksLike, tiesOf, type QuestionProps } from "./props";

export function TextQuestion(props: QuestionProps) {
  const { on, path, node } = props;
  const { value, readonly } = on.answers.look(path);
  const [text, setText] = useState(value);
  const type = (typed: string) => {
    setText(typed);
    on.type(path, typed);
  };
  const digits = looksLike(node, "numbers");
  const kind = looksLike(node, "masked") ? "password" : looksLike(node, "url") ? "url" : "text";
  return (
    <TextField
      {...tiesOf(props)} value={text} readonly={readonly} type={kind} lines={looksLike(node, "multiline") ? 5 : 1} inputMode={digits ? "numeric" : undefined}
      lang={on.language.value} onInput={type} onBlur={() => on.typed(path)}
    />
  );
}

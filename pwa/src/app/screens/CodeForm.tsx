// The field for a code.
import { useState } from "preact/hooks";
import { t } from "../../i18n/shell";
import { Button, TextField } from "../../ui";
import { readCode } from "../rounds/codes";
import { go, paths } from "../places/routing";

interface CodeFormProps {
  /** What was in the link, if it did not look like a code. */
  given?: string;
}

export function CodeForm({ given = "" }: CodeFormProps) {
  const [typed, setTyped] = useState(given);
  const [isWrong, setWrong] = useState(given !== "");
  const submit = (event: Event) => {
    event.preventDefault();
    const code = readCode(typed);
    setWrong(code === null);
    if (code !== null) go(paths.join(code));
  };
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <TextField
        id="code" label={t("code.label")} note={t("code.note")} fault={isWrong ? t("code.notOne") : undefined}
        value={typed} onInput={(value) => { setTyped(value); setWrong(false); }}
      />
      <Button kind="primary" type="submit" iconAfter="next" wide>{t("code.go")}</Button>
    </form>
  );
}

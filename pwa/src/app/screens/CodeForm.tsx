// The field for a code, and the way to scan one.
import { useState } from "preact/hooks";
import { t } from "../../i18n/shell";
import { Button, TextField } from "../../ui";
import { readCode } from "../rounds/codes";
import { go, paths } from "../places/routing";

interface CodeFormProps {
  /** What was in the link, if it did not look like a code. */
  given?: string;
  /** Without the way to the camera: one is there already. */
  isPlain?: boolean;
}

export function CodeForm({ given = "", isPlain = false }: CodeFormProps) {
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
      {!isPlain && <Button icon="scan" href={paths.scan} wide>{t("scan.do")}</Button>}
    </form>
  );
}

// A text that is there to be passed on: shown whole, copied with one press.
import { useState } from "preact/hooks";
import { t } from "../../i18n/desk";
import { Button, Icon } from "../../ui";
import { DeskIcon } from "./DeskIcon";

interface CopyFieldProps {
  id: string;
  label: string;
  value: string;
  /** Large letters, to be read aloud or off a wall. */
  large?: boolean;
}

export function CopyField({ id, label, value, large = false }: CopyFieldProps) {
  const [isCopied, setCopied] = useState(false);
  const copy = () => {
    void copyText(value).then((done) => {
      setCopied(done);
      if (!done) selectText(id);
    });
  };
  return (
    <div class="copy">
      <p class="eyebrow" id={`${id}-label`}>{label}</p>
      <div class="copy-line">
        <output class={large ? "copy-text copy-large" : "copy-text"} id={id} aria-labelledby={`${id}-label`}>{value}</output>
        <Button onPress={copy}>{isCopied ? <Icon name="check" /> : <DeskIcon name="copy" />} {isCopied ? t("act.copied") : t("act.copy")}</Button>
      </div>
      <span class="only-heard" role="status">{isCopied ? t("act.copied") : ""}</span>
    </div>
  );
}

/** Plain http has no clipboard; then the text is selected instead, ready for the keyboard. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function selectText(id: string): void {
  const place = document.getElementById(id);
  if (place) getSelection()?.selectAllChildren(place);
}

// What a phone sent, exactly; laid out only if it is JSON.
import { t } from "../../i18n/desk";

export function Raw({ id, content, isOpen = false }: { id: string; content: string; isOpen?: boolean }) {
  return (
    <details class="raw" open={isOpen}>
      <summary>{t("raw.show")}</summary>
      <pre class="raw-text" id={`raw-${id}`} tabIndex={0} dir="auto">{laidOut(content)}</pre>
    </details>
  );
}

function laidOut(content: string): string {
  try {
    return JSON.stringify(JSON.parse(content), null, 2);
  } catch {
    return content;
  }
}

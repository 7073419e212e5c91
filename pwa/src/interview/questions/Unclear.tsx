// What to say of something typed that cannot be read: how it could be.
import { t } from "../../i18n/further";
import type { Node } from "../../logic";

const words: Readonly<Record<string, "number.whole" | "dateTime.both">> = { integer: "number.whole", dateTime: "dateTime.both" };

export function Unclear({ node }: { node: Node }) {
  return <>{t(words[node.type] ?? "number.any")}</>;
}

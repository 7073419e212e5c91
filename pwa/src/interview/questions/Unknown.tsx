// A question of a type this app does not know: said plainly, and never in the way.
import { Notice } from "../../ui";
import { t } from "../../i18n/further";
import type { QuestionProps } from "./props";

export function Unknown({ node }: QuestionProps) {
  return <Notice tone="sun" title={t("unknown.title")}><p>{t("unknown.body", { type: node.type })}</p></Notice>;
}

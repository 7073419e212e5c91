// Where an interview was opened that is not on this phone any more.
import { t } from "../../i18n/shell";
import { Notice } from "../../ui";
import { Shell } from "../frame/Shell";

export function Gone() {
  return <Shell back><Notice title={t("answering.gone")}>{t("answering.goneBody")}</Notice></Shell>;
}

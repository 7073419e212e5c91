// Offers a newer app, and applies it only when nobody is in the middle of an interview.
import { t } from "../../i18n/shell";
import { Button, Notice } from "../../ui";
import { applyUpdate, updateHeldBack, updateWaiting } from "../phone/worker";

export function UpdateNotice() {
  if (!updateWaiting.value) return null;
  return (
    <Notice title={t("update.title")} heard>
      <p>{updateHeldBack.value ? t("update.later") : t("update.body")}</p>
      <div><Button onPress={applyUpdate}>{t("update.now")}</Button></div>
    </Notice>
  );
}

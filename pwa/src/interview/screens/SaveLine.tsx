// What has become of the answers: a quiet line while all is well, a clear word when the phone could not keep one.
import { Button, Icon, Notice } from "../../ui";
import { t, type PhoneKey } from "../../i18n";
import type { Conducting } from "../conduct/conducting";

const places = { phone: "saved.here", page: "saved.page", nowhere: "saved.preview" } as const satisfies Record<string, PhoneKey>;

export function SaveLine({ on }: { on: Conducting }) {
  const told = on.place === "nowhere" || on.isSaved.value;
  return (
    <p class="save-line small" role="status">
      {told && <><Icon name={on.place === "phone" ? "phone" : "info"} />{t(places[on.place])}</>}
    </p>
  );
}

export function SaveTrouble({ on }: { on: Conducting }) {
  const state = on.saving.state.value;
  if (state === "gone") return <Notice tone="care" title={t("saved.gone")}><p>{t("saved.goneWhy")}</p></Notice>;
  if (state !== "failed") return null;
  return (
    <Notice tone="care" title={t("saved.failed")}>
      <p>{t("saved.failedWhy")}</p>
      <div><Button onPress={() => void on.saving.retry()}>{t("go.retry")}</Button></div>
    </Notice>
  );
}

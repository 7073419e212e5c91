// What has become of the answers: a quiet line while all is well, a clear word when the phone could not keep one.
import { useEffect } from "preact/hooks";
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
  return state === "failed" ? <NotSaved on={on} /> : null;
}

const AGAIN_MS = 5_000;

/** Tried again by itself, one try after the other: room on the phone may come without a word. */
function NotSaved({ on }: { on: Conducting }) {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null;
    const soon = () => {
      timer = setTimeout(() => void on.saving.retry().then((isKept) => isKept || timer === null || soon()), AGAIN_MS);
    };
    soon();
    return () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    };
  }, [on]);
  return (
    <Notice tone="care" title={t("saved.failed")}>
      <p>{t("saved.failedWhy")}</p>
      <div><Button onPress={() => void on.saving.retry()}>{t("go.retry")}</Button></div>
    </Notice>
  );
}

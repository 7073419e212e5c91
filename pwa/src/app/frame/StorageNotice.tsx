// Whether this phone keeps what is answered, and what can be done about it before the first question. Silent where all is well.
import { useEffect, useState } from "preact/hooks";
import { t } from "../../i18n/shell";
import { Button, Notice } from "../../ui";
import { checkAgain, safety } from "../phone/kept";
import { installOffer } from "../phone/offer";
import { isApple, isInsideAnotherApp, isInstalled } from "../phone/platform";
import { paths } from "../places/routing";
import { showCode } from "../rounds/codes";

/** `code` is the one to type again where the installed app does not see what the browser has kept. */
export function StorageNotice({ code }: { code?: string }) {
  if (isInsideAnotherApp() && safety.value !== "offline-safe") return <OpenInBrowser code={code} />;
  switch (safety.value) {
    case "send-today": return <SendToday code={code} />;
    case "until-closed": return <Notice tone="care" title={t("phone.untilClosed")}>{t("phone.untilClosedBody")}</Notice>;
    case "full": return <Full />;
    case "online-only": return <Notice tone="care" title={t("phone.onlineOnly")}>{t("phone.onlineOnlyBody")}</Notice>;
    default: return null;
  }
}

/** Whether answers given here are in danger now: that is said before anything else. */
export function isInDanger(): boolean {
  return ["until-closed", "full", "online-only"].includes(safety.value ?? "") || (isInsideAnotherApp() && safety.value !== "offline-safe");
}

const AGAIN_MS = 10_000;

/** Looks again by itself, so that it goes once there is room. */
function Full() {
  useEffect(() => {
    const timer = setInterval(() => void checkAgain(), AGAIN_MS);
    return () => clearInterval(timer);
  }, []);
  return <Notice tone="care" title={t("phone.full")}>{t("phone.fullBody")}</Notice>;
}

function SendToday({ code }: { code: string | undefined }) {
  const offer = installOffer.value;
  return (
    <Notice tone="sun" title={t("phone.sendToday")}>
      <p>{t("phone.sendTodayBody")}</p>
      {!isInstalled() && isApple() && <p>{code ? t("install.appleCode", { code: showCode(code) }) : t("install.apple")}</p>}
      {offer && <div><Button onPress={() => void offer.prompt()}>{t("install.do")}</Button></div>}
    </Notice>
  );
}

function OpenInBrowser({ code }: { code: string | undefined }) {
  const [isCopied, setCopied] = useState(false);
  const link = new URL(code ? paths.join(code) : paths.home, location.origin).href;
  const copy = () => void navigator.clipboard.writeText(link).then(() => setCopied(true), () => undefined);
  return (
    <Notice tone="care" title={t("install.inApp")}>
      <p>{t("install.inAppBody")}</p>
      <p class="code">{link}</p>
      <div><Button onPress={copy}>{isCopied ? t("install.copied") : t("install.copy")}</Button></div>
    </Notice>
  );
}

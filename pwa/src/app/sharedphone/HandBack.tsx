// The end, or a pause, of an interview on a phone that was handed over: thanks, and the way back for whoever knows the PIN.
import { useEffect, useState } from "preact/hooks";
import { language } from "../../i18n";
import { t } from "../../i18n/shell";
import { words } from "../../i18n/sharing";
import { Button, Page } from "../../ui";
import { Card, Mark } from "../../ui/more";
import { goInstead, paths } from "../places/routing";
import { isGivenBack } from "./handing";
import { freeLater, takeBack } from "./handingover";
import { HANDING_TRIES, isHandPin } from "./handpin";
import { PinForm } from "./PinForm";

const HOUR_MS = 60 * 60_000;
const LOOK_MS = 10_000;

interface HandBackProps {
  isFinished: boolean;
  freeAt: number | null;
}

export function HandBack({ isFinished, freeAt }: HandBackProps) {
  const [isMine, setMine] = useState(false);
  return (
    <Page>
      <div class="stack stack-wide finished">
        <Mark />
        <div class="stack stack-tight" role="status">
          {isFinished && <p>{words("hand.thanks")}</p>}
          <h1>{words("hand.givenBack")}</h1>
          <p>{isFinished ? words("hand.thanksBody") : words("hand.pausedBody")}</p>
        </div>
        {!isFinished && <Button kind="primary" onPress={() => { isGivenBack.value = false; }}>{words("hand.goOn")}</Button>}
        {isMine ? <WayBack freeAt={freeAt} /> : <Button kind="plain" onPress={() => setMine(true)}>{words("hand.mine")}</Button>}
      </div>
    </Page>
  );
}

function WayBack({ freeAt }: { freeAt: number | null }) {
  const isFree = useFree(freeAt);
  const leave = async () => {
    goInstead(paths.home);
    await takeBack();
  };
  const open = async (pin: string) => {
    const isRight = await isHandPin(pin);
    if (isRight) await leave();
    return isRight;
  };
  return (
    <div class="hand-back">
      <Card labelledBy="mine">
        <h2 id="mine">{words("hand.mine")}</h2>
        {isFree
          ? <><p>{words("hand.free")}</p><Button onPress={() => void leave()}>{words("hand.takeBack")}</Button></>
          : <><PinForm id="pin" tries={HANDING_TRIES} act={words("hand.takeBack")} onPin={open} /><Forgotten freeAt={freeAt} /></>}
      </Card>
    </div>
  );
}

/** Without a way out, people would clear the browser's data, and with it answers that were not sent. */
function Forgotten({ freeAt }: { freeAt: number | null }) {
  const [isSaid, setSaid] = useState(false);
  if (freeAt !== null) {
    const time = new Date(freeAt).toLocaleTimeString(language.value, { hour: "numeric", minute: "2-digit" });
    return <p role="status">{words("hand.freeAt", { time })}</p>;
  }
  if (!isSaid) return <Button kind="plain" onPress={() => setSaid(true)}>{words("hand.forgot")}</Button>;
  return (
    <div class="stack">
      <p>{words("hand.forgotBody")}</p>
      <div class="row">
        <Button onPress={() => void freeLater(Date.now() + HOUR_MS)}>{words("hand.forgotDo")}</Button>
        <Button kind="plain" onPress={() => setSaid(false)}>{t("go.close")}</Button>
      </div>
    </div>
  );
}

function useFree(freeAt: number | null): boolean {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  return freeAt !== null && now >= freeAt;
}

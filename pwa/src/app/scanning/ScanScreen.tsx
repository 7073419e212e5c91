// The code of a card or a poster, read by the camera or from a picture. What it says is never opened: only a code for this server counts.
import { useRef, useState } from "preact/hooks";
import { t } from "../../i18n/shell";
import { Button, Notice } from "../../ui";
import { Card } from "../../ui/more";
import { Shell } from "../frame/Shell";
import { isOnline } from "../phone/network";
import { goInstead, paths } from "../places/routing";
import { readInvitation, type Invitation } from "../rounds/invitations";
import { CodeForm } from "../screens/CodeForm";
import type { Light } from "../../camera/camera";
import { PictureChooser, type PictureFault } from "./PictureChooser";
import { useCamera, type CameraState } from "../../camera/useCamera";
import "./scan.css";

type Found = Exclude<Invitation, { is: "code" }> | { is: PictureFault };

export function ScanScreen() {
  const [found, setFound] = useState<Found | null>(null);
  const accept = (text: string) => {
    const invitation = readInvitation(text, location.host);
    if (invitation.is === "code") goInstead(paths.join(invitation.code));
    else setFound(invitation);
  };
  return (
    <Shell back>
      <div class="stack">
        <h1>{t("scan.title")}</h1>
        <p>{t("scan.body")}</p>
        {!isOnline.value && <p>{t("scan.offline")}</p>}
      </div>
      <div class="stack">
        <Viewfinder onText={accept} />
        {found && <NotOne key={found.is} found={found} />}
        <PictureChooser onText={accept} onFault={(fault) => setFound({ is: fault })} />
        <p class="small soft">{t("scan.private")}</p>
      </div>
      <Card labelledBy="type-code">
        <h2 id="type-code">{t("scan.type")}</h2>
        <CodeForm isPlain />
      </Card>
    </Shell>
  );
}

function Viewfinder({ onText }: { onText: (text: string) => void }) {
  const place = useRef<HTMLVideoElement>(null);
  const { state, again } = useCamera(place, onText);
  return (
    <>
      <div class="viewfinder" hidden={state.at === "off"}>
        <video ref={place} class="viewfinder-picture" muted playsInline aria-label={t("scan.view")} />
        <span class="viewfinder-frame" />
        <p class="viewfinder-words" role="status">{state.at === "starting" ? t("scan.starting") : <span class="only-heard">{t("scan.on")}</span>}</p>
      </div>
      {state.at === "on" && state.light && <LightSwitch light={state.light} />}
      {state.at === "off" && <NoCamera fault={state.fault} onRetry={again} />}
    </>
  );
}

function LightSwitch({ light }: { light: Light }) {
  const [isOn, setOn] = useState(false);
  const press = () => void light(!isOn).then(() => setOn(!isOn), () => undefined);
  return <Button kind="quiet" wide pressed={isOn} onPress={press}>{t("scan.light")}</Button>;
}

type Fault = Extract<CameraState, { at: "off" }>["fault"];

function NoCamera({ fault, onRetry }: { fault: Fault; onRetry: () => void }) {
  const canHelp = fault !== "none" && fault !== "insecure";
  return (
    <Notice tone="sun" heard title={t(`scan.${fault}`)}>
      {fault === "denied" && <p>{t("scan.deniedBody")}</p>}
      <p>{t("scan.otherWays")}</p>
      {canHelp && <div><Button onPress={onRetry}>{t("go.retry")}</Button></div>}
    </Notice>
  );
}

function NotOne({ found }: { found: Found }) {
  if (found.is !== "elsewhere") return <Notice tone="sun" heard>{t(`scan.${found.is === "none" ? "notOne" : found.is}`)}</Notice>;
  return (
    <Notice tone="sun" heard title={t("scan.elsewhere")}>
      <p>{t("scan.elsewhereBody", { host: found.host })}</p>
    </Notice>
  );
}

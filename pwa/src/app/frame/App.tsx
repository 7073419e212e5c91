// The app: one screen for each route, and a calm word when a screen breaks.
import { useErrorBoundary } from "preact/hooks";
import { languages, loadMessages, t } from "../../i18n";
import { Button, Notice, Page } from "../../ui";
import { Answering, loadUnlock } from "../screens/Answering";
import { handing } from "../sharedphone/handing";
import { putAway } from "../sharedphone/puttingaway";
import { Later } from "./Later";
import { paths, route, type Route } from "../places/routing";
import "./shell.css";

export function App() {
  const [failure, forget] = useErrorBoundary() as [unknown, () => void];
  if (failure) return <Broken onLeave={forget} />;
  if (handing.value) return <Later load={screens.handedOver} with={handing.value} />;
  return isPutAway(route.value) ? screenAt({ at: "home" }) : screenAt(route.value);
}

/** What an earlier person put away is not reached by going back, either. */
function isPutAway(place: Route): boolean {
  return "instanceId" in place && place.instanceId !== null && putAway.value.has(place.instanceId);
}

const screens = {
  join: () => import("../screens/arriving").then(({ JoinScreen }) => JoinScreen),
  round: () => import("../screens/arriving").then(({ AboutRound }) => AboutRound),
  home: () => import("../screens/Home").then(({ Home }) => Home),
  receipt: () => import("../screens/ReceiptScreen").then(({ ReceiptScreen }) => ReceiptScreen),
  scan: () => import("../scanning/ScanScreen").then(({ ScanScreen }) => ScanScreen),
  settings: () => import("../screens/SettingsScreen").then(({ SettingsScreen }) => SettingsScreen),
  carry: () => import("../carrying/CarryScreen").then(({ CarryScreen }) => CarryScreen),
  lock: () => import("../sharedphone/LockScreen").then(({ LockScreen }) => LockScreen),
  handOver: () => import("../sharedphone/HandOverScreen").then(({ HandOverScreen }) => HandOverScreen),
  handedOver: () => import("../sharedphone/HandedOver").then(({ HandedOver }) => HandedOver),
  unlock: loadUnlock,
};
const loadDesk = () => import("../../workspace/desk").then(({ Desk }) => Desk);

/** Fetch the remaining screens and languages while there is a network: without a worker (plain http) nothing else keeps them. */
export function fetchTheRest(): void {
  for (const load of Object.values(screens)) load().catch(() => undefined);
  for (const { code } of languages) loadMessages(code).catch(() => undefined);
}

function screenAt(place: Route) {
  switch (place.at) {
    case "home":
    case "scan":
    case "carry":
    case "settings": return <Later load={screens[place.at]} with={{}} />;
    case "join": return <Later load={screens.join} with={{ code: place.code }} />;
    case "round": return <Later key={place.joinId} load={screens.round} with={{ joinId: place.joinId }} />;
    case "answer": return <Answering key={place.instanceId} instanceId={place.instanceId} />;
    case "receipt":
    case "lock": return <Later load={screens[place.at]} with={{ instanceId: place.instanceId }} />;
    default: return screenOfMembers(place);
  }
}

/** Handing a phone over, and the desk. */
function screenOfMembers(place: Extract<Route, { at: "hand" | "desk" }>) {
  if (place.at === "hand") return <Later load={screens.handOver} with={{ joinId: place.joinId, instanceId: place.instanceId }} />;
  return <Later load={loadDesk} with={{ path: place.path }} failed={t("desk.failed")} />;
}

function Broken({ onLeave }: { onLeave: () => void }) {
  return (
    <Page>
      <Notice tone="care" title={t("app.broken")}>
        <p>{t("app.brokenBody")}</p>
        <div><Button href={paths.home} onPress={onLeave}>{t("receipt.home")}</Button></div>
      </Notice>
    </Page>
  );
}

// The app: one screen for each route, and a calm word when a screen breaks.
import { useErrorBoundary } from "preact/hooks";
import { languages, loadMessages, t } from "../../i18n";
import { Button, Notice, Page } from "../../ui";
import { Answering } from "../screens/Answering";
import { Later } from "./Later";
import { paths, route, type Route } from "../places/routing";
import "./shell.css";

export function App() {
  const [failure, forget] = useErrorBoundary() as [unknown, () => void];
  if (failure) return <Broken onLeave={forget} />;
  return screenAt(route.value);
}

const screens = {
  join: () => import("../screens/arriving").then(({ JoinScreen }) => JoinScreen),
  round: () => import("../screens/arriving").then(({ AboutRound }) => AboutRound),
  home: () => import("../screens/Home").then(({ Home }) => Home),
  receipt: () => import("../screens/ReceiptScreen").then(({ ReceiptScreen }) => ReceiptScreen),
  scan: () => import("../scanning/ScanScreen").then(({ ScanScreen }) => ScanScreen),
  settings: () => import("../screens/SettingsScreen").then(({ SettingsScreen }) => SettingsScreen),
};
const loadDesk = () => import("../../workspace/desk").then(({ Desk }) => Desk);

/** Fetch the remaining screens and languages while there is a network: without a worker (plain http) nothing else keeps them. */
export function fetchTheRest(): void {
  for (const load of Object.values(screens)) load().catch(() => undefined);
  for (const { code } of languages) loadMessages(code).catch(() => undefined);
}

function screenAt(place: Route) {
  switch (place.at) {
    case "home": return <Later load={screens.home} with={{}} />;
    case "scan": return <Later load={screens.scan} with={{}} />;
    case "join": return <Later load={screens.join} with={{ code: place.code }} />;
    case "round": return <Later key={place.joinId} load={screens.round} with={{ joinId: place.joinId }} />;
    case "answer": return <Answering key={place.instanceId} instanceId={place.instanceId} />;
    case "receipt": return <Later load={screens.receipt} with={{ instanceId: place.instanceId }} />;
    case "settings": return <Later load={screens.settings} with={{}} />;
    case "desk": return <Later load={loadDesk} with={{ path: place.path }} failed={t("desk.failed")} />;
  }
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

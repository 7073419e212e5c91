// The desk: the screens for members. Loaded on demand, so that phones do not carry it.
import { useEffect } from "preact/hooks";
import { t } from "../i18n/desk";
import { FirstPassword } from "./frame/FirstPassword";
import { Frame } from "./frame/Frame";
import { SignIn } from "./frame/SignIn";
import { Loaded } from "./parts";
import { deskRouteOf, type DeskRoute } from "./routing";
import { ScreenAt } from "./ScreenAt";
import { ask, session } from "./session";
import "./styles/index.css";

/** `path` is what follows `#/desk/` in the address. */
export function Desk({ path }: { path: string }) {
  useEffect(() => {
    if (session.value.state !== "in") void ask();
    return () => { document.title = t("desk.app"); };
  }, []);
  return <div class="desk">{screen(path)}</div>;
}

function screen(path: string) {
  const now = session.value;
  switch (now.state) {
    case "asking": return <div class="desk-waiting"><Loaded from={nothingYet}>{() => null}</Loaded></div>;
    case "unreachable": return <div class="desk-waiting"><Loaded from={{ ...nothingYet, load: { state: "failed", failure: now.failure } }}>{() => null}</Loaded></div>;
    case "out": return <SignIn />;
    case "in": {
      const { member } = now.me;
      if (member.must_change_password) return now.ended ? <SignIn ended email={member.email} /> : <FirstPassword name={member.name} />;
      const route = deskRouteOf(path);
      return (
        <>
          <div hidden={now.ended}><Frame key={member.id} route={route} me={now.me}><ScreenAt key={screenKey(route, path)} route={route} /></Frame></div>
          {now.ended && <SignIn ended email={member.email} />}
        </>
      );
    }
  }
}

const nothingYet = { load: { state: "loading" as const }, again: () => void ask(), put: () => undefined };

/** The tabs of a question set are one screen; everything else begins anew with its address. */
function screenKey(route: DeskRoute, path: string): string {
  return route.at === "question-set" ? `${route.org}/${route.id}` : path;
}

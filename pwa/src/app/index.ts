// Starts the app: the first screen with what the phone keeps, and after it everything that the first screen can do without.
import { h, render } from "preact";
import { App } from "./frame/App";
import { startAppearance } from "./phone/appearance";
import { startCurtain } from "./phone/curtain";
import { startChecking, startKeeping } from "./phone/kept";
import { startLanguage } from "./phone/languages";
import { listenForOffer } from "./phone/offer";
import { route, startRouting } from "./places/routing";
import { startQuickExit } from "./sharedphone/exiting";
import { startHanding } from "./sharedphone/handing";
import { startName } from "./sharedphone/naming";
import { startPuttingAway } from "./sharedphone/puttingaway";

/** Long enough for the first screen to be drawn on a slow phone. */
const SOON_MS = 300;
const AGAIN_MS = 5_000;

export async function start(place: HTMLElement): Promise<void> {
  startRouting();
  listenForOffer();
  startQuickExit();
  await Promise.all([startKeeping(), startLanguage(), startAppearance(), startName(), startHanding(), startPuttingAway()]);
  // Where answers may be in danger, that is the first thing to see. An interview that was begun goes on at once, and an invitation opens.
  if (!["answer", "join"].includes(route.value.at)) await startChecking();
  startCurtain();
  render(h(App, null), place);
  setTimeout(startTheRest, SOON_MS);
}

/** Sending is part of it, so it is tried until it is here. */
function startTheRest(): void {
  import("./rest").then(({ startRest }) => startRest()).catch(() => setTimeout(startTheRest, AGAIN_MS));
}

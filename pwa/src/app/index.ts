// Starts the app: show the first screen with what the phone keeps, then send what waits, and keep the app for use without a network.
import { h, render } from "preact";
import { App, fetchTheRest } from "./frame/App";
import { startAppearance } from "./phone/appearance";
import { startBadge } from "./phone/badge";
import { startCurtain } from "./phone/curtain";
import { readAgain, startChecking, startKeeping } from "./phone/kept";
import { startLanguage } from "./phone/languages";
import { startPlatform } from "./phone/platform";
import { startWorker } from "./phone/worker";
import { route, startRouting } from "./places/routing";

/** Long enough for the first screen to be drawn on a slow phone. */
const SOON_MS = 300;
const LATER_MS = 2_000;

export async function start(place: HTMLElement): Promise<void> {
  startRouting();
  startPlatform();
  await Promise.all([startKeeping(), startLanguage(), startAppearance()]);
  // Where answers may be in danger, that is the first thing to see. An interview that was begun goes on at once, and an invitation opens.
  if (!["answer", "join"].includes(route.value.at)) await startChecking();
  startCurtain();
  render(h(App, null), place);
  setTimeout(() => void startTheRest(), SOON_MS);
}

async function startTheRest(): Promise<void> {
  void startChecking();
  startBadge();
  setTimeout(fetchTheRest, LATER_MS);
  void readAgain().catch(() => undefined);
  void import("../outbox").then(({ startOutbox }) => startOutbox()).catch(() => undefined);
  await startWorker();
}

// Starts the app: look at what the phone keeps, show the first screen, send what waits, register the service worker.
import { h, render } from "preact";
import { App, fetchTheRest } from "./app/frame/App";
import { startAppearance } from "./app/phone/appearance";
import { startBadge } from "./app/phone/badge";
import { startCurtain } from "./app/phone/curtain";
import { startKeeping } from "./app/phone/kept";
import { startLanguage } from "./app/phone/languages";
import { startRouting } from "./app/places/routing";
import { startPlatform } from "./app/phone/platform";
import { startWorker } from "./app/phone/worker";
import { startOutbox } from "./outbox";

const SOON_MS = 2_000;

async function start(place: HTMLElement): Promise<void> {
  startRouting();
  await startKeeping();
  await Promise.all([startLanguage(), startAppearance()]);
  startCurtain();
  startBadge();
  startPlatform();
  render(h(App, null), place);
  startOutbox();
  setTimeout(fetchTheRest, SOON_MS);
  await startWorker();
}

const place = document.getElementById("app");
if (place) void start(place);

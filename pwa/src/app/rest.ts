// What the app does behind its first screen: send what waits, keep itself for use without a network, fetch the other screens.
import { startOutbox } from "../outbox";
import { fetchTheRest } from "./frame/App";
import { startBadge } from "./phone/badge";
import { keptRounds, readAgain, startChecking } from "./phone/kept";
import { startLedger } from "./phone/ledger";
import { startWorker } from "./phone/worker";
import { fetchMedia } from "./rounds/media";

const LATER_MS = 2_000;

/** What did not come when a round was joined comes when the app is opened with a network. */
function fetchAllMedia(): void {
  for (const joined of keptRounds.peek()) fetchMedia(joined).catch(() => undefined);
}

export async function startRest(): Promise<void> {
  startOutbox();
  startBadge();
  void startChecking().then(startLedger);
  void readAgain().catch(() => undefined);
  setTimeout(fetchTheRest, LATER_MS);
  setTimeout(fetchAllMedia, LATER_MS);
  await startWorker().catch(() => undefined);
}

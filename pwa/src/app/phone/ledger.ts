// Notices when the browser has cleared what this phone kept: how many interviews were not received yet stands in a second place, too.
// A count and nothing else: no ids, no times.
import { effect, signal } from "@preact/signals";
import { opened, storageSafety } from "../../storage";
import { waitingCount } from "./badge";
import { keptDrafts } from "./kept";

const NOT_RECEIVED = "askwell-not-received";
const LOST = "askwell-lost";

/** How many interviews the browser has cleared before the server had them; until someone has read it. */
export const lost = signal(0);

/** Compare what should be here with what is, once the storage was checked; from then on, count along. */
export async function startLedger(): Promise<void> {
  const { joins } = await opened();
  if (storageSafety() === "online-only") return; // nothing could be read, which does not mean that it is gone
  // A join is never deleted: a phone without any has not begun, or has lost everything.
  if (joins.length === 0) keep(LOST, kept(LOST) + kept(NOT_RECEIVED));
  lost.value = kept(LOST);
  effect(() => keep(NOT_RECEIVED, keptDrafts.value.length + waitingCount()));
}

export function forgetLost(): void {
  keep(LOST, 0);
  lost.value = 0;
}

/** Some browsers refuse this place as well; then a loss goes unnoticed, as it did before. */
function kept(name: string): number {
  try {
    return Number(localStorage.getItem(name)) || 0;
  } catch {
    return 0;
  }
}

function keep(name: string, count: number): void {
  try {
    if (count > 0) localStorage.setItem(name, String(count));
    else localStorage.removeItem(name);
  } catch {
    // see above
  }
}

// When the outbox looks again: at the start, on a finish, when the page is seen, when a network is said to be there, and every minute.
import { submit } from "../client/phone";
import { contents, newSecret, updateOutbox } from "../storage";
import { alone } from "./leader";
import type { Event } from "./policy";
import { drain, type Surroundings } from "./sending";

const EVERY_MS = 60_000;

let timer: ReturnType<typeof setTimeout> | undefined;
let running: Promise<void> | null = null;
const waiting: Event[] = [];

const around: Surroundings = {
  owner: newSecret(9), now: () => Date.now(), random: () => Math.random(),
  update: updateOutbox, contents, submit, alone, wakeAt,
};

/** Tell the outbox that something happened. Never throws: what could not be done now is done at the next look. */
export function wakeOutbox(event: Event = { kind: "wake" }): Promise<void> {
  if (!waiting.some((one) => one.kind === event.kind)) waiting.push(event);
  running ??= runAll().finally(() => { running = null; });
  return running;
}

/** Begin to send by itself, for as long as the page is open. */
export function startOutbox(): void {
  addEventListener("online", () => void wakeOutbox({ kind: "hope" }));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void wakeOutbox({ kind: "hope" });
  });
  // A restored iOS page, and the worker's Background Sync.
  addEventListener("pageshow", () => void wakeOutbox({ kind: "hope" }));
  (navigator as Partial<Navigator>).serviceWorker?.addEventListener("message", (event: MessageEvent<unknown>) => {
    if (event.data === "wake-outbox") void wakeOutbox({ kind: "hope" });
  });
  setInterval(() => void wakeOutbox(), EVERY_MS);
  void wakeOutbox({ kind: "start" }).then(askWhatIsThere).catch(() => undefined);
}

async function runAll(): Promise<void> {
  for (let event = waiting.shift(); event; event = waiting.shift()) {
    await drain(around, event).catch(() => undefined);
  }
}

/** What was received may not be there any more, or be backed up by now. Without a network the next start asks. */
async function askWhatIsThere(): Promise<void> {
  const { reconcile } = await import("./reconciling");
  await reconcile(wakeOutbox);
}

function wakeAt(time: number | null): void {
  clearTimeout(timer);
  if (time !== null) timer = setTimeout(() => void wakeOutbox(), Math.max(0, Math.min(time - Date.now(), EVERY_MS)));
}

// Registers the service worker and asks before changing the app under open pages.
import { signal } from "@preact/signals";
import { noInterviewOpen } from "./openDraft";

/** A newer app has been fetched and waits. */
export const updateWaiting = signal(false);
/** It was asked for, but an interview is open, here or in another tab. */
export const updateHeldBack = signal(false);

interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): { createScriptURL: (url: string) => string };
}

const WORKER = "/sw.js";
const HOURLY_MS = 60 * 60_000;
let waiting: ServiceWorker | null = null;
let checkedAt = 0;

/** Plain http and Lockdown Mode have no workers; the app works there too, but does not start without a network. */
export async function startWorker(): Promise<void> {
  const workers = (navigator as Partial<Navigator>).serviceWorker;
  if (!workers || !import.meta.env.PROD) return;
  const hadWorker = workers.controller !== null;
  workers.addEventListener("controllerchange", () => {
    // The worker looks before it takes over, but an interview may be opened while it looks.
    if (hadWorker) void noInterviewOpen().then(() => location.reload());
  });
  workers.addEventListener("message", (event: MessageEvent<unknown>) => {
    if (event.data === "update-held-back") updateHeldBack.value = true;
  });
  const registration = await workers.register(workerAddress());
  follow(registration, workers);
  document.addEventListener("visibilitychange", () => lookForUpdate(registration));
}

/** Ask the waiting worker to take over. It refuses while an interview is open in any tab. */
export function applyUpdate(): void {
  updateHeldBack.value = false;
  waiting?.postMessage("apply-update");
}

function follow(registration: ServiceWorkerRegistration, workers: ServiceWorkerContainer): void {
  const notice = () => {
    waiting = registration.waiting;
    updateWaiting.value = waiting !== null && workers.controller !== null;
  };
  const watch = () => registration.installing?.addEventListener("statechange", notice);
  notice();
  watch(); // another window may have found it already
  registration.addEventListener("updatefound", watch);
}

function lookForUpdate(registration: ServiceWorkerRegistration): void {
  if (document.visibilityState !== "visible" || Date.now() - checkedAt < HOURLY_MS) return;
  checkedAt = Date.now();
  registration.update().catch(() => undefined);
}

/** Under `require-trusted-types-for 'script'` a worker's address needs a policy; ours knows a single address. */
function workerAddress(): string {
  const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes;
  return factory ? factory.createPolicy("askwell-worker", { createScriptURL: () => WORKER }).createScriptURL(WORKER) : WORKER;
}

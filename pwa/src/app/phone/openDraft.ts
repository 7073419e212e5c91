// What an open interview asks of the browser: no update while it is open, and a wake-up for what it leaves behind.

const OPEN_DRAFT = "open-draft";

let held = Promise.resolve();

/** Say to every tab and to the worker that an interview is open, until the returned function is called. */
export function holdUpdates(): () => void {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => { release = resolve; });
  held = released;
  void (navigator as Partial<Navigator>).locks?.request(OPEN_DRAFT, { mode: "shared" }, () => released);
  return release;
}

/** Resolves when no interview is open in this page. */
export async function noInterviewOpen(): Promise<void> {
  let waited: Promise<void> | null = null;
  while (waited !== held) {
    waited = held;
    await waited;
  }
}

/** Let the browser wake this page when the network is back, where it can (Chromium). */
export async function askForBackgroundSync(): Promise<void> {
  const registration = await (navigator as Partial<Navigator>).serviceWorker?.getRegistration();
  const { sync } = (registration ?? {}) as { sync?: { register(tag: string): Promise<void> } };
  await sync?.register("outbox").catch(() => undefined);
}

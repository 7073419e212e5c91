// What an open interview asks of the browser: no update while it is open, and a wake-up for what it leaves behind.

const OPEN_DRAFT = "open-draft";

/** Say to every tab and to the worker that an interview is open, until the returned function is called. */
export function holdUpdates(): () => void {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => { release = resolve; });
  void (navigator as Partial<Navigator>).locks?.request(OPEN_DRAFT, { mode: "shared" }, () => released);
  return release;
}

/** Let the browser wake this page when the network is back, where it can (Chromium). */
export async function askForBackgroundSync(): Promise<void> {
  const registration = await (navigator as Partial<Navigator>).serviceWorker?.getRegistration();
  const { sync } = (registration ?? {}) as { sync?: { register(tag: string): Promise<void> } };
  await sync?.register("outbox").catch(() => undefined);
}

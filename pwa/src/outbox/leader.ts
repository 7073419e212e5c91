// Lets one tab send at a time. The lock is a courtesy (plain http has none, and a frozen tab may sit on it); the lease in the row is the guarantee.

const PATIENCE_MS = 60_000;

/** Run when no other tab is sending, or after a minute all the same. */
export async function alone(work: () => Promise<void>): Promise<void> {
  const locks = (navigator as Partial<Navigator>).locks;
  if (!locks) return work();
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), PATIENCE_MS);
  try {
    await locks.request("outbox", { signal: giveUp.signal }, () => {
      clearTimeout(timer);
      return work();
    });
  } catch (failure) {
    if (!giveUp.signal.aborted) throw failure;
    await work();
  } finally {
    clearTimeout(timer);
  }
}

// The interviews that are open in this window, for whoever must know that nothing of them is still on its way to the disk.
import type { Conducting } from "./conducting";

const underway = new Set<Conducting>();

/** Count an interview as open until the returned function is called. */
export function begin(on: Conducting): () => void {
  underway.add(on);
  return () => underway.delete(on);
}

/** Hand on what is being typed, now, and wait. Resolves to whether everything is on disk. */
export async function settleAll(): Promise<boolean> {
  return (await Promise.all([...underway].map((on) => on.settled()))).every(Boolean);
}

// What earlier people began or finished on this phone, put out of the next one's sight. A curtain, not a lock: the start page says so.
import { signal } from "@preact/signals";
import { opened } from "../../storage";

export const PUT_AWAY = "put-away";

/** Ids of interviews and joins. */
export const putAway = signal<ReadonlySet<string>>(new Set());

export async function startPuttingAway(): Promise<void> {
  const kept = (await opened()).settings.find(({ name }) => name === PUT_AWAY)?.value;
  if (kept) putAway.value = new Set(JSON.parse(kept) as string[]);
}

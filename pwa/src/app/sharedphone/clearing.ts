// Clears the start page between two people, and brings everything back. Nothing is deleted.
import { keepSetting } from "../../storage";
import { keptDrafts, keptOutbox, keptRounds } from "../phone/kept";
import { PUT_AWAY, putAway } from "./puttingaway";

/** Put away everything that is here now. */
export function putAllAway(): Promise<void> {
  const interviews = [...keptDrafts.value, ...keptOutbox.value].map(({ instanceId }) => instanceId);
  return keep([...interviews, ...keptRounds.value.map(({ id }) => id)]);
}

export function bringBack(): Promise<void> {
  return keep([]);
}

/** A round is in sight again as soon as someone has begun something in it. */
export function isRoundAway(joinId: string): boolean {
  const isInUse = [...keptDrafts.value, ...keptOutbox.value].some((one) => one.joinId === joinId && !putAway.value.has(one.instanceId));
  return putAway.value.has(joinId) && !isInUse;
}

async function keep(ids: string[]): Promise<void> {
  await keepSetting(PUT_AWAY, ids.length > 0 ? JSON.stringify(ids) : "").catch(() => undefined);
  putAway.value = new Set(ids);
}

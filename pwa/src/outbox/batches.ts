// Which finished interviews travel together: one capability per request, so that two people's answers never meet on the way.
import type { OutboxRow } from "../storage";

export const LONGEST_BATCH = 50;
export const LARGEST_BATCH = 1024 * 1024;
/** Room for the id, the hash and the punctuation around one item, and around all of them. */
const AROUND_AN_ITEM = 200;

/** Waiting for one of these reasons says nothing about the item itself. Whatever has another problem travels alone. */
const HARMLESS = new Set(["unreachable", "no_receipt", "later", "busy", "other_epoch"]);

/** The next request's rows among those due: what failed least goes first, what was refused goes alone. */
export function nextBatch(due: OutboxRow[]): OutboxRow[] {
  const inTurn = [...due].sort((one, other) => one.attempts - other.attempts || (one.instanceId < other.instanceId ? -1 : 1));
  const first = inTurn[0];
  if (!first) return [];
  if (goesAlone(first)) return [first];
  return filled(inTurn.filter((row) => row.capability === first.capability && !goesAlone(row)));
}

function goesAlone(row: OutboxRow): boolean {
  return (row.problem !== null && !HARMLESS.has(row.problem.code)) || sizeOf(row) >= LARGEST_BATCH;
}

function filled(rows: OutboxRow[]): OutboxRow[] {
  const batch: OutboxRow[] = [];
  let size = AROUND_AN_ITEM;
  for (const row of rows) {
    if (batch.length >= longestFor(row.attempts)) break;
    if (size + sizeOf(row) > LARGEST_BATCH) continue;
    batch.push(row);
    size += sizeOf(row);
  }
  return batch;
}

/** Smaller after each failure: a slow network gets less through at once, and one item may be what makes the server fail. */
function longestFor(attempts: number): number {
  if (attempts < 3) return LONGEST_BATCH;
  return attempts === 3 ? LONGEST_BATCH / 5 : 1;
}

function sizeOf(row: OutboxRow): number {
  return row.bytes + AROUND_AN_ITEM;
}

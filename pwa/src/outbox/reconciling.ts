// Asks the server what it holds by now of what it once received: it may have been put back to an earlier day. One capability per request.
import { ProblemError } from "../client/http";
import { hello, joinRound, status } from "../client/phone";
import { join, outboxRows, type OutboxRow } from "../storage";
import type { Event, Told } from "./policy";

/** The most that one request may ask about. */
const MOST = 500;

/** What reconciling needs from outside, so that a test can hold disk and net. */
export interface Asking {
  rows(): Promise<OutboxRow[]>;
  status(capability: string, items: { instance_id: string; rev: number; sha256: string }[]): Promise<unknown>;
  epoch(): Promise<string | null>;
  /** Join once more with the code and the capability of then. */
  joinAgain(joinId: string): Promise<boolean>;
  tell(event: Event): Promise<void>;
}

/** Compare what this phone has receipts for with what the server holds; what is not there is sent again. */
export function reconcile(tell: Asking["tell"]): Promise<void> {
  return compare({ rows: outboxRows, status, epoch, joinAgain, tell });
}

export async function compare(around: Asking): Promise<void> {
  await joinAgainWhereUnknown(around);
  for (const epoch of await askAll(around)) await around.tell({ kind: "epoch", epoch });
  if (!(await around.rows()).some((row) => row.state === "queued")) return;
  await around.tell({ kind: "wake" });
  await askAll(around);
}

/** The answer to a status request, as far as it speaks of these rows; null when it is none of ours. */
export function readStatus(asked: OutboxRow[], body: unknown): { epoch: string; told: Map<string, Told> } | null {
  if (!isRecord(body) || typeof body.epoch !== "string" || !Array.isArray(body.items)) return null;
  const items = (body.items as unknown[]).filter(isRecord);
  const found = asked.flatMap((row): [string, Told][] => {
    const item = items.find((one) => one.instance_id === row.instanceId && one.rev === row.rev);
    return item ? [[row.instanceId, { have: whole(item), isSafe: item.safe === true }]] : [];
  });
  return { epoch: body.epoch, told: new Map(found) };
}

function whole(item: Record<string, unknown>): string | null {
  const isWhole = Array.isArray(item.parts_missing) && item.parts_missing.length === 0;
  return isWhole && typeof item.have === "string" ? item.have : null;
}

/** Ask about everything with a receipt; returns the epochs that were named: one, unless the server changed meanwhile. */
async function askAll(around: Asking): Promise<Set<string>> {
  const epochs = new Set<string>();
  const received = (await around.rows()).filter((row) => row.state === "received");
  for (const capability of new Set(received.map((row) => row.capability))) {
    const mine = received.filter((row) => row.capability === capability);
    for (let from = 0; from < mine.length; from += MOST) {
      const epoch = await askAbout(around, mine.slice(from, from + MOST));
      if (epoch !== null) epochs.add(epoch);
    }
  }
  return epochs;
}

async function askAbout(around: Asking, rows: OutboxRow[]): Promise<string | null> {
  const [first] = rows;
  if (!first) return null;
  const items = rows.map(({ instanceId, rev, sha256 }) => ({ instance_id: instanceId, rev, sha256 }));
  try {
    const read = readStatus(rows, await around.status(first.capability, items));
    if (read) await around.tell({ kind: "told", told: read.told });
    return read?.epoch ?? null;
  } catch (failure) {
    if (isOfEarlierServer(failure)) return around.epoch();
    if (!isUnknown(failure)) return null;
    // The server was put back to before this phone had joined: nothing of this is there. Sending says so, on the screen, too.
    await around.joinAgain(first.joinId);
    await around.tell({ kind: "told", told: new Map(rows.map((row) => [row.instanceId, { have: null, isSafe: false }])) });
    return null;
  }
}

async function joinAgainWhereUnknown(around: Asking): Promise<void> {
  const blocked = (await around.rows()).filter((row) => row.state === "blocked" && row.problem?.code === "unknown_capability");
  let isKnown = false;
  for (const joinId of new Set(blocked.map((row) => row.joinId))) isKnown = (await around.joinAgain(joinId)) || isKnown;
  if (isKnown) await around.tell({ kind: "asked" });
}

async function epoch(): Promise<string | null> {
  return hello().then((greeting) => greeting.epoch, () => null);
}

async function joinAgain(joinId: string): Promise<boolean> {
  const kept = await join(joinId);
  if (!kept) return false;
  return joinRound(kept.code, kept.id).then(() => true, () => false);
}

/** A server that was put back to an earlier release has no such address; its epoch tells at least of a restore. */
function isOfEarlierServer(failure: unknown): boolean {
  return failure instanceof ProblemError && (failure.status === 404 || failure.status === 405);
}

function isUnknown(failure: unknown): boolean {
  return failure instanceof ProblemError && failure.code === "unknown_capability";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// What happens to finished interviews: a pure function of the rows, an event, the time and a random number. No clock, net or storage.
import type { OutboxRow, Receipt } from "../storage";
import { nextBatch } from "./batches";

export const LEASE_MS = 45_000;
const SHORTEST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 15 * 60_000;
/** No server may put a phone off for longer, and a clock set back may not either. */
const LONGEST_PATIENCE_MS = 60 * 60_000;

const MOST_ATTEMPTS_REMEMBERED = 2;

export type Fate = Pick<OutboxRow, "state" | "lease" | "attempts" | "notBefore" | "problem" | "receipt"> & { isSafe: boolean };

/** What the server holds of one interview by now: the hash it was asked about, or null; and whether that is backed up. */
export interface Told {
  have: string | null;
  isSafe: boolean;
}

/** What one item was told. Only `kept` carries a receipt, and only one that receipts.ts has checked. */
export type Verdict =
  | { kind: "kept"; receipt: Receipt }
  | { kind: "later"; waitMs: number | null }
  | { kind: "garbled" }
  | { kind: "refused"; code: string; detail: string | null }
  | { kind: "blocked"; code: string; detail: string | null }
  | { kind: "no_receipt" };

export type Event =
  /** Something may be due: an interview was finished, or a timer rang. */
  | { kind: "wake" }
  /** The app was opened: what needed help is tried again, once. */
  | { kind: "start" }
  /** The page became visible or says it is online: waiting for the network is over. */
  | { kind: "hope" }
  /** A person pressed "try again". */
  | { kind: "asked" }
  | { kind: "epoch"; epoch: string }
  /** Asked, the server said what it holds. What was not asked about is not in it. */
  | { kind: "told"; told: Map<string, Told> }
  | { kind: "answered"; ids: string[]; verdicts: Map<string, Verdict> }
  | { kind: "unreachable"; ids: string[] }
  | { kind: "put_off"; ids: string[]; waitMs: number | null }
  | { kind: "request_refused"; ids: string[]; code: string };

export interface Moment {
  now: number;
  random: number;
  owner: string;
}

export interface Decision {
  fates: Map<string, Fate>;
  /** Ids to send in one request, all of one capability; they are leased to this owner. */
  send: string[];
  /** When to look again; null when nothing waits. */
  wakeAt: number | null;
}

/** Decide what becomes of the outbox. The only way into `received` is a `kept` verdict; nothing here removes a row. */
export function decide(rows: OutboxRow[], event: Event, moment: Moment): Decision {
  const fates = new Map<string, Fate>();
  for (const row of rows) {
    const fate = fateOf(row, event, moment);
    if (fate) fates.set(row.instanceId, fate);
  }
  const current = rows.map((row) => ({ ...row, ...fates.get(row.instanceId) }));
  const send = sends(event) ? nextBatch(current.filter((row) => isDue(row, moment.now))) : [];
  const lease = { owner: moment.owner, until: moment.now + LEASE_MS };
  for (const row of send) fates.set(row.instanceId, { ...fateFrom(row), state: "sending", lease });
  const after = current.map((row) => ({ ...row, ...fates.get(row.instanceId) }));
  return { fates, send: send.map((row) => row.instanceId), wakeAt: wakeTime(after) };
}

/** A lease that has run out, or one from a clock that has since been set back, reads as queued. */
export function isDue(row: OutboxRow, now: number): boolean {
  if (row.state === "sending") return row.lease === null || row.lease.until <= now || row.lease.until > now + LEASE_MS;
  return row.state === "queued" && (row.notBefore <= now || row.notBefore > now + LONGEST_PATIENCE_MS);
}

function sends(event: Event): boolean {
  return event.kind === "wake" || event.kind === "start" || event.kind === "hope" || event.kind === "asked";
}

type Rule<K extends Event["kind"]> = (row: OutboxRow, event: Extract<Event, { kind: K }>, moment: Moment) => Fate | null;

const rules: { [K in Event["kind"]]: Rule<K> } = {
  wake: () => null,
  hope: (row) => (row.state === "queued" ? hopeful(row) : null),
  start: (row) => (isUnfinished(row) ? hopeful(row) : null),
  asked: (row) => (isUnfinished(row) ? hopeful(row) : null),
  epoch: (row, { epoch }) => (row.state === "received" && row.receipt?.epoch !== epoch ? requeued(row) : null),
  told: (row, { told }) => (row.state === "received" ? asTold(row, told.get(row.instanceId)) : null),
  answered: (row, { ids, verdicts }, moment) => (ids.includes(row.instanceId) ? judged(row, verdicts.get(row.instanceId), moment) : null),
  unreachable: (row, { ids }, moment) => (isOurs(row, ids, moment) ? waiting(row, moment, row.problem ?? { code: "unreachable", detail: null }) : null),
  put_off: (row, { ids, waitMs }, moment) => (isOurs(row, ids, moment) ? putOff(row, waitMs, moment) : null),
  request_refused: (row, event, moment) => (isOurs(row, event.ids, moment) ? refusedWith(row, event, moment) : null),
};

function fateOf(row: OutboxRow, event: Event, moment: Moment): Fate | null {
  return (rules[event.kind] as Rule<Event["kind"]>)(row, event, moment);
}

function judged(row: OutboxRow, verdict: Verdict | undefined, moment: Moment): Fate | null {
  // A checked receipt counts even when the lease has run out meanwhile.
  if (verdict?.kind === "kept") return received(row, verdict.receipt);
  if (!isOurs(row, [row.instanceId], moment)) return null;
  switch (verdict?.kind) {
    case "later": return putOff(row, verdict.waitMs, moment);
    case "garbled": return secondTime(row, "garbled", moment);
    case "refused": return stopped(row, "attention", verdict);
    case "blocked": return stopped(row, "blocked", verdict);
    default: return waiting(row, moment, { code: "no_receipt", detail: null });
  }
}

/** The whole request was refused: each item is sent alone, so that one bad item cannot hold the others back. */
function refusedWith(row: OutboxRow, event: { ids: string[]; code: string }, moment: Moment): Fate {
  if (event.code === "unknown_capability") return stopped(row, "blocked", { code: event.code, detail: null });
  if (event.ids.length > 1) return { ...fateFrom(row), state: "queued", lease: null, problem: { code: "in_company", detail: event.code } };
  return secondTime(row, event.code, moment);
}

function secondTime(row: OutboxRow, code: string, moment: Moment): Fate {
  const problem = { code, detail: null };
  return row.problem?.code === code ? stopped(row, "attention", problem) : waiting(row, moment, problem);
}

function waiting(row: OutboxRow, { now, random }: Moment, problem: OutboxRow["problem"]): Fate {
  const window = Math.min(LONGEST_WAIT_MS, SHORTEST_WAIT_MS * 2 ** Math.min(row.attempts, 20));
  return { ...fateFrom(row), state: "queued", lease: null, attempts: row.attempts + 1, notBefore: now + Math.ceil(random * window), problem };
}

function putOff(row: OutboxRow, waitMs: number | null, moment: Moment): Fate {
  const fate = waiting(row, moment, { code: waitMs === null ? "busy" : "later", detail: null });
  return waitMs === null ? fate : { ...fate, notBefore: moment.now + Math.min(waitMs, LONGEST_PATIENCE_MS) };
}

function received(row: OutboxRow, receipt: Receipt): Fate {
  return { state: "received", lease: null, attempts: row.attempts, notBefore: 0, problem: null, receipt, isSafe: false };
}

/** A receipt is the word of then; this is the word of now. */
function asTold(row: OutboxRow, told: Told | undefined): Fate | null {
  if (!told) return null;
  if (told.have !== row.sha256) return requeued(row);
  return told.isSafe === fateFrom(row).isSafe ? null : { ...fateFrom(row), isSafe: told.isSafe };
}

/** The server was restored from a backup: it may not have this any more, so it is offered again. */
function requeued(row: OutboxRow): Fate {
  return { ...fateFrom(row), state: "queued", attempts: 0, notBefore: 0, problem: { code: "other_epoch", detail: null }, isSafe: false };
}

function stopped(row: OutboxRow, state: "attention" | "blocked", { code, detail }: { code: string; detail: string | null }): Fate {
  return { ...fateFrom(row), state, lease: null, problem: { code, detail } };
}

/** Due now; except where the server itself asked for time. */
function hopeful(row: OutboxRow): Fate {
  const attempts = Math.min(row.attempts, MOST_ATTEMPTS_REMEMBERED);
  return { ...fateFrom(row), state: "queued", attempts, notBefore: row.problem?.code === "later" ? row.notBefore : 0 };
}

function isUnfinished(row: OutboxRow): boolean {
  return row.state === "queued" || row.state === "attention" || row.state === "blocked";
}

function isOurs(row: OutboxRow, ids: string[], { owner }: Moment): boolean {
  return ids.includes(row.instanceId) && row.state === "sending" && row.lease?.owner === owner;
}

function fateFrom({ state, lease, attempts, notBefore, problem, receipt, isSafe = false }: OutboxRow): Fate {
  return { state, lease, attempts, notBefore, problem, receipt, isSafe };
}

function wakeTime(rows: OutboxRow[]): number | null {
  const times = rows.flatMap((row) => row.state === "queued" ? [row.notBefore] : row.state === "sending" && row.lease ? [row.lease.until] : []);
  return times.length === 0 ? null : Math.min(...times);
}

// Carries out what the policy decides: one request at a time, until nothing is due, then a timer for the next.
import { ProblemError } from "../client/http";
import type { Item } from "../client/phone";
import type { OutboxRow } from "../storage";
import { decide, type Decision, type Event, type Fate } from "./policy";
import { readAnswer } from "./receipts";

/** Everything the sender needs from outside, so that a test can hold the clock, the dice, the disk and the net. */
export interface Surroundings {
  owner: string;
  now(): number;
  random(): number;
  update(decide: (rows: OutboxRow[]) => Map<string, Fate>): Promise<OutboxRow[]>;
  contents(instanceIds: string[]): Promise<Map<string, string>>;
  submit(capability: string, items: Item[]): Promise<unknown>;
  /** Run while no other tab does, as far as that can be known. */
  alone(work: () => Promise<void>): Promise<void>;
  wakeAt(time: number | null): void;
}

/** Take in an event, then send whatever is due. Rejects only when the phone's storage does. */
export function drain(around: Surroundings, event: Event): Promise<void> {
  return around.alone(async () => {
    let step = await take(around, event);
    while (step.leased.length > 0) {
      for (const outcome of await attempt(around, step.leased)) await take(around, outcome);
      step = await take(around, { kind: "wake" });
    }
    around.wakeAt(step.wakeAt);
  });
}

/** Decide inside the transaction that keeps the decision; the lease is on disk before the first byte leaves. */
async function take(around: Surroundings, event: Event): Promise<{ leased: OutboxRow[]; wakeAt: number | null }> {
  const moment = { now: around.now(), random: around.random(), owner: around.owner };
  let decision: Decision | null = null;
  const changed = await around.update((rows) => {
    decision = decide(rows, event, moment);
    return decision.fates;
  });
  const { send, wakeAt } = decision as unknown as Decision;
  return { leased: changed.filter((row) => send.includes(row.instanceId)), wakeAt };
}

async function attempt(around: Surroundings, rows: OutboxRow[]): Promise<Event[]> {
  const ids = rows.map((row) => row.instanceId);
  const texts = await around.contents(ids);
  const items = rows.map((row) => ({
    instance_id: row.instanceId, rev: row.rev, sha256: row.sha256, content: texts.get(row.instanceId) ?? "",
  }));
  try {
    const { epoch, verdicts } = readAnswer(rows, await around.submit(rows[0]?.capability ?? "", items));
    const answered: Event = { kind: "answered", ids, verdicts };
    return epoch === null ? [answered] : [answered, { kind: "epoch", epoch }];
  } catch (failure) {
    return [refusal(failure, ids)];
  }
}

/** Only a problem of ours, in the 400s, says anything about the items; all else is the way there. */
function refusal(failure: unknown, ids: string[]): Event {
  if (!(failure instanceof ProblemError)) return { kind: "unreachable", ids };
  if (failure.retryAfterMs !== null) return { kind: "put_off", ids, waitMs: failure.retryAfterMs };
  const isLater = failure.status >= 500 || failure.status === 429 || failure.status === 408;
  return isLater ? { kind: "unreachable", ids } : { kind: "request_refused", ids, code: failure.code || `status_${failure.status}` };
}

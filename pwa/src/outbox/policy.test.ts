// The rules of the outbox one by one: what each answer of a server makes of an interview.
import { expect, test } from "vitest";
import type { OutboxRow, Receipt } from "../storage";
import { LARGEST_BATCH, nextBatch } from "./batches";
import { decide, LEASE_MS, type Event, type Verdict } from "./policy";
import { readAnswer } from "./receipts";

const moment = { now: 1_000_000, random: 0.5, owner: "this tab" };

function row(instanceId: string, change: Partial<OutboxRow> = {}): OutboxRow {
  return {
    instanceId, rev: 1, joinId: "j", roundId: "r", capability: "c", title: "", organization: "", sha256: `sha of ${instanceId}`, bytes: 100,
    state: "queued", lease: null, attempts: 0, notBefore: 0, problem: null, receipt: null, ...change,
  };
}

const leased = (instanceId: string, change: Partial<OutboxRow> = {}) =>
  row(instanceId, { state: "sending", lease: { owner: "this tab", until: moment.now + LEASE_MS }, ...change });

function after(rows: OutboxRow[], event: Event): OutboxRow[] {
  const { fates } = decide(rows, event, moment);
  return rows.map((one) => ({ ...one, ...fates.get(one.instanceId) }));
}

const receiptFor = ({ instanceId, rev, sha256 }: OutboxRow): Receipt => ({
  instance_id: instanceId, rev, sha256, epoch: "e", status: "received", quality: "ok", parts_missing: [], seq: null, received_on: null,
});

const answered = (id: string, verdict: Verdict): Event => ({ kind: "answered", ids: [id], verdicts: new Map([[id, verdict]]) });

test("waking leases what is due, and says what to send", () => {
  const { fates, send } = decide([row("a"), row("b", { notBefore: moment.now + 1 })], { kind: "wake" }, moment);
  expect(send).toEqual(["a"]);
  expect(fates.get("a")).toMatchObject({ state: "sending", lease: { owner: "this tab", until: moment.now + LEASE_MS } });
});

test("another tab's lease is respected until it runs out", () => {
  const theirs = row("a", { state: "sending", lease: { owner: "other tab", until: moment.now + 1 } });
  expect(decide([theirs], { kind: "wake" }, moment).send).toEqual([]);
  expect(decide([theirs], { kind: "wake" }, { ...moment, now: moment.now + 1 }).send).toEqual(["a"]);
});

test("a checked receipt counts even when the lease has gone to another tab", () => {
  const theirs = leased("a", { lease: { owner: "other tab", until: moment.now + 1 } });
  expect(after([theirs], answered("a", { kind: "kept", receipt: receiptFor(theirs) }))[0]).toMatchObject({ state: "received", lease: null });
});

test("a failure reported by a tab that no longer holds the lease changes nothing", () => {
  const theirs = leased("a", { lease: { owner: "other tab", until: moment.now + 1 } });
  expect(decide([theirs], { kind: "unreachable", ids: ["a"] }, moment).fates.size).toBe(0);
});

test.each<[Verdict | undefined, Partial<OutboxRow>]>([
  [undefined, { state: "queued", problem: { code: "no_receipt", detail: null } }],
  [{ kind: "later", waitMs: null }, { state: "queued", problem: { code: "busy", detail: null } }],
  [{ kind: "garbled" }, { state: "queued", problem: { code: "garbled", detail: null } }],
  [{ kind: "refused", code: "too_large", detail: "1 MiB" }, { state: "attention", problem: { code: "too_large", detail: "1 MiB" } }],
  [{ kind: "blocked", code: "unknown_capability", detail: null }, { state: "blocked", problem: { code: "unknown_capability", detail: null } }],
])("the verdict %o is kept as %o", (verdict, expected) => {
  const event: Event = { kind: "answered", ids: ["a"], verdicts: new Map(verdict ? [["a", verdict] as const] : []) };
  expect(after([leased("a")], event)[0]).toMatchObject({ ...expected, lease: null });
});

test("garbled on the way is tried once more, then a person is asked", () => {
  const again = leased("a", { problem: { code: "garbled", detail: null } });
  expect(after([again], answered("a", { kind: "garbled" }))[0]).toMatchObject({ state: "attention" });
});

test("a refused batch is sent again one by one, and only the refused one needs help", () => {
  const batch = [leased("good"), leased("bad")];
  const event: Event = { kind: "request_refused", ids: ["good", "bad"], code: "invalid" };
  const alone = after(batch, event);
  expect(alone.map((one) => [one.state, one.notBefore])).toEqual([["queued", 0], ["queued", 0]]);
  expect(decide(alone, { kind: "wake" }, moment).send).toHaveLength(1);
  const once = after([leased("bad", { problem: { code: "in_company", detail: "invalid" } })], { kind: "request_refused", ids: ["bad"], code: "invalid" });
  expect(once[0]).toMatchObject({ state: "queued", problem: { code: "invalid" } });
  const twice = after([leased("bad", { problem: { code: "invalid", detail: null } })], { kind: "request_refused", ids: ["bad"], code: "invalid" });
  expect(twice[0]).toMatchObject({ state: "attention", problem: { code: "invalid" } });
});

test("waiting grows from 2 s to 15 min, with full jitter", () => {
  const waitAfter = (attempts: number, random: number) => {
    const { fates } = decide([leased("a", { attempts })], { kind: "unreachable", ids: ["a"] }, { ...moment, random });
    return (fates.get("a")?.notBefore ?? 0) - moment.now;
  };
  expect([0, 1, 2, 3, 20, 2000].map((attempts) => waitAfter(attempts, 0.999999))).toEqual([2000, 4000, 8000, 16_000, 900_000, 900_000]);
  expect(waitAfter(20, 0)).toBe(0);
});

test("a network that is back ends the waiting, but not a time the server asked for", () => {
  const rows = [row("a", { notBefore: moment.now + 500_000, attempts: 9, problem: { code: "unreachable", detail: null } }), row("b", { notBefore: moment.now + 500_000, problem: { code: "later", detail: null } })];
  expect(decide(rows, { kind: "hope" }, moment)).toMatchObject({ send: ["a"] });
});

test("the server's Retry-After decides", () => {
  const put = after([leased("a", { attempts: 3 })], { kind: "put_off", ids: ["a"], waitMs: 120_000 });
  expect(put[0]).toMatchObject({ state: "queued", notBefore: moment.now + 120_000, problem: { code: "later" } });
});

test("what needed help is tried again when the app is opened", () => {
  expect(decide([row("a", { state: "attention", problem: { code: "invalid", detail: null } })], { kind: "wake" }, moment).send).toEqual([]);
  expect(decide([row("a", { state: "attention", problem: { code: "invalid", detail: null } })], { kind: "start" }, moment).send).toEqual(["a"]);
});

test("a server of another epoch is offered everything again", () => {
  const received = row("a", { state: "received", receipt: receiptFor(row("a")) });
  expect(after([received], { kind: "epoch", epoch: "e" })[0]).toEqual(received);
  expect(after([received], { kind: "epoch", epoch: "f" })[0]).toMatchObject({ state: "queued", problem: { code: "other_epoch" } });
});

test("a batch holds one capability, 50 items and a mebibyte at most", () => {
  const many = Array.from({ length: 60 }, (_, index) => row(`a${index}`, { capability: index % 2 ? "c" : "d" }));
  expect(new Set(nextBatch(many).map((one) => one.capability)).size).toBe(1);
  expect(nextBatch(Array.from({ length: 60 }, (_, index) => row(`a${index}`)))).toHaveLength(50);
  const large = nextBatch(Array.from({ length: 10 }, (_, index) => row(`a${index}`, { bytes: 300_000 })));
  expect(large.reduce((sum, one) => sum + one.bytes, 0)).toBeLessThan(LARGEST_BATCH);
  expect(large).toHaveLength(3);
});

const ours = row("a");
const good = { instance_id: "a", rev: 1, sha256: ours.sha256, status: "received", stored: true, detail: null, receipt: receiptFor(ours) };

test("a receipt for exactly these bytes is believed", () => {
  expect(readAnswer([ours], { epoch: "e", results: [good] }).verdicts.get("a")).toEqual({ kind: "kept", receipt: receiptFor(ours) });
});

test.each<[string, unknown]>([
  ["nothing", null],
  ["a text", "<html>Welcome to our hotel</html>"],
  ["other JSON", { ok: true }],
  ["no results", { epoch: "e", results: [] }],
  ["another interview", { epoch: "e", results: [{ ...good, instance_id: "b" }] }],
  ["another revision", { epoch: "e", results: [{ ...good, rev: 2 }] }],
  ["other bytes", { epoch: "e", results: [{ ...good, receipt: { ...good.receipt, sha256: "other" } }] }],
  ["a receipt for another interview", { epoch: "e", results: [{ ...good, receipt: { ...good.receipt, instance_id: "b" } }] }],
  ["parts missing", { epoch: "e", results: [{ ...good, receipt: { ...good.receipt, parts_missing: ["x"] } }] }],
  ["no list of parts", { epoch: "e", results: [{ ...good, receipt: { ...good.receipt, parts_missing: undefined } }] }],
  ["not stored", { epoch: "e", results: [{ ...good, stored: false }] }],
  ["no receipt", { epoch: "e", results: [{ ...good, receipt: null }] }],
  ["another epoch", { epoch: "f", results: [good] }],
])("an answer with %s is no receipt", (_, body) => {
  expect(readAnswer([ours], body).verdicts.get("a")).toEqual({ kind: "no_receipt" });
});

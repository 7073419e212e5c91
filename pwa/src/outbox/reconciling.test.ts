// Asking what the server holds by now: what is not there is sent again, and only its own word calls anything backed up.
import { expect, test } from "vitest";
import { ProblemError, Unreachable } from "../client/http";
import type { OutboxRow, Receipt } from "../storage";
import { decide, type Event } from "./policy";
import { compare, readStatus, type Asking } from "./reconciling";

const moment = { now: 1_000_000, random: 0.5, owner: "this tab" };

function received(instanceId: string, change: Partial<OutboxRow> = {}): OutboxRow {
  const sha256 = `sha of ${instanceId}`;
  const receipt: Receipt = { instance_id: instanceId, rev: 1, sha256, epoch: "e", status: "received", quality: "ok", parts_missing: [], seq: null, received_on: null };
  return {
    instanceId, rev: 1, joinId: "j", roundId: "r", capability: "c", title: "", organization: "", sha256, bytes: 100,
    state: "received", lease: null, attempts: 0, notBefore: 0, problem: null, receipt, ...change,
  };
}

interface Item { instance_id: string; rev: number; sha256: string }
const here = (item: Item, change: Record<string, unknown> = {}) => ({ instance_id: item.instance_id, rev: item.rev, have: item.sha256, parts_missing: [], safe: false, ...change });

/** A phone's rows, and a server that answers as it is told to. */
class Phone implements Asking {
  readonly asked: [string, string[]][] = [];
  readonly joined: string[] = [];
  readonly sent: string[] = [];
  name = "e";
  isKnown = true;

  constructor(private all: OutboxRow[], private readonly answer: (item: Item) => unknown = here) {}

  rows = () => Promise.resolve(this.all);

  status = (capability: string, items: Item[]) => {
    this.asked.push([capability, items.map((item) => item.instance_id)]);
    if (!this.isKnown) return Promise.reject(new ProblemError(401, "unknown_capability", "", false, null, []));
    return Promise.resolve({ epoch: this.name, backup_seq: 1, items: items.map(this.answer) });
  };

  epoch = () => Promise.resolve(this.name);

  joinAgain = (joinId: string) => {
    this.joined.push(joinId);
    return Promise.resolve(true);
  };

  tell = (event: Event) => {
    const { fates, send } = decide(this.all, event, moment);
    this.sent.push(...send);
    this.all = this.all.map((row) => ({ ...row, ...fates.get(row.instanceId) }));
    return Promise.resolve();
  };

  states = () => this.all.map(({ state, isSafe }) => (isSafe ? "safe" : state));
}

test("what the server has stays received, and is called safe when the server says so", async () => {
  const phone = new Phone([received("a"), received("b")], (item) => here(item, { safe: item.instance_id === "a" }));
  await compare(phone);
  expect([phone.states(), phone.sent]).toEqual([["safe", "received"], []]);
});

test("what the server has not any more is sent again, in the same epoch, too", async () => {
  const phone = new Phone([received("a", { isSafe: true }), received("b")], (item) => here(item, item.instance_id === "a" ? { have: null } : {}));
  await compare(phone);
  expect([phone.states(), phone.sent]).toEqual([["sending", "received"], ["a"]]);
});

test("after another epoch everything is offered again", async () => {
  const phone = new Phone([received("a"), received("b")]);
  phone.name = "another";
  await compare(phone);
  expect(phone.sent).toEqual(["a", "b"]);
});

test("other bytes under the id are not these", async () => {
  const phone = new Phone([received("a")], (item) => here(item, { have: "another sha" }));
  await compare(phone);
  expect(phone.sent).toEqual(["a"]);
});

test("a word that is taken back is taken back on the screen, too", async () => {
  const phone = new Phone([received("a", { isSafe: true })]);
  await compare(phone);
  expect(phone.states()).toEqual(["received"]);
});

test("two people's interviews are never asked about together, nor more than five hundred", async () => {
  const many = Array.from({ length: 501 }, (_, number) => received(`m${number}`, { capability: "many" }));
  const phone = new Phone([received("a"), received("b", { capability: "d" }), received("c"), ...many]);
  await compare(phone);
  expect(phone.asked.map(([capability, ids]) => [capability, ids.length])).toEqual([["c", 2], ["d", 1], ["many", 500], ["many", 1]]);
});

test("only what has a receipt is asked about", async () => {
  const phone = new Phone([received("a", { state: "queued", receipt: null, notBefore: moment.now + 1 }), received("b")]);
  await compare(phone);
  expect(phone.asked[0]).toEqual(["c", ["b"]]);
});

test("a server that does not know this phone any more is joined once more, and sent everything", async () => {
  const phone = new Phone([received("a")]);
  phone.isKnown = false;
  await compare(phone);
  expect([phone.joined, phone.sent]).toEqual([["j"], ["a"]]);
});

test("what was refused for an unknown capability is tried once more after joining", async () => {
  const phone = new Phone([received("a", { state: "blocked", receipt: null, problem: { code: "unknown_capability", detail: null } })]);
  await compare(phone);
  expect([phone.joined, phone.sent]).toEqual([["j"], ["a"]]);
});

test("a server of an earlier release, which cannot be asked, is believed as far as its epoch goes", async () => {
  const phone = new Phone([received("a")]);
  phone.status = () => Promise.reject(new ProblemError(404, "not_found", "", false, null, []));
  await compare(phone);
  expect(phone.sent).toEqual([]);
  phone.name = "another";
  await compare(phone);
  expect(phone.sent).toEqual(["a"]);
});

test("without a network nothing changes", async () => {
  const phone = new Phone([received("a", { isSafe: true })]);
  phone.status = () => Promise.reject(new Unreachable("no way"));
  await compare(phone);
  expect([phone.states(), phone.sent, phone.joined]).toEqual([["safe"], [], []]);
});

test.each<[string, unknown]>([
  ["a page", "<html>"], ["nothing", null], ["no epoch", { items: [] }], ["no list", { epoch: "e", items: {} }],
])("%s is no status", (_, body) => expect(readStatus([received("a")], body)).toBeNull());

test("of what an answer does not mention, nothing is believed", () => {
  const one = received("a");
  const wrong = [here({ instance_id: "a", rev: 2, sha256: one.sha256 }), here({ instance_id: "b", rev: 1, sha256: one.sha256 }), "a", null];
  expect(readStatus([one], { epoch: "e", items: wrong })?.told.size).toBe(0);
  const half = [{ ...here({ instance_id: "a", rev: 1, sha256: one.sha256 }), parts_missing: ["p"], safe: "yes" }];
  expect(readStatus([one], { epoch: "e", items: half })?.told.get("a")).toEqual({ have: null, isSafe: false });
});

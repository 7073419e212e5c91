// A world for the outbox to be tested in: a phone's disk, a server, a network with faults, and a clock, all from one seed. Not shipped.
import { ProblemError, Unreachable } from "../client/http";
import type { Item } from "../client/phone";
import type { OutboxRow } from "../storage";
import type { Event } from "./policy";
import type { Asking } from "./reconciling";
import { drain, type Surroundings } from "./sending";
import { LARGEST_BATCH, LONGEST_BATCH } from "./batches";

/** What goes wrong with one request. */
export type Trouble = "none" | "lost" | "answer_lost" | "twice" | "html" | "other_json" | "other_hash" | "old_receipt" | "half" | "failed" | "busy" | "refused" | "killed" | "unknown";

/** What a server does about an item that is not like the others. */
export type Nature = "plain" | "poison" | "too_large" | "refuses_all";

/** The tab ended here: nothing after this line ran. */
export class Killed extends Error {}

export class World {
  readonly disk = new Map<string, OutboxRow>();
  readonly texts = new Map<string, string>();
  /** Rows of the server, by id: every hash it ever stored under it. */
  readonly stored = new Map<string, Set<string>>();
  readonly natures = new Map<string, Nature>();
  /** Every receipt the server has truly given. */
  private readonly given = new Set<string>();
  readonly broken: string[] = [];
  private isKilling = false;
  epoch = "epoch-0";
  now = 2 * 365 * 24 * 60 * 60_000;
  wakeAt: number | null = null;

  constructor(readonly troubles: Trouble[], private readonly dice: () => number) {}

  /** The phone finishes an interview. */
  finish(id: string, capability: string, nature: Nature): void {
    if (this.disk.has(id)) return;
    const text = `content of ${id}`;
    this.texts.set(id, text);
    this.natures.set(id, nature);
    this.disk.set(id, {
      instanceId: id, rev: 1, joinId: capability, roundId: "r", capability, title: "", organization: "", sha256: hashOf(text), bytes: text.length,
      state: "queued", lease: null, attempts: 0, notBefore: 0, problem: null, receipt: null,
    });
  }

  /** The server comes back from a backup, without some of what it had. */
  restore(): void {
    this.epoch = `epoch-${this.dice()}`;
    for (const id of [...this.stored.keys()]) if (this.dice() < 0.5) this.stored.delete(id);
  }

  /** Somebody puts an older copy of the data back, and says nothing of it. */
  putBack(): void {
    for (const id of [...this.stored.keys()]) if (this.dice() < 0.5) this.stored.delete(id);
  }

  /** What a tab asks when it is opened. */
  asking(owner: string): Asking {
    return {
      rows: () => Promise.resolve([...this.disk.values()].map((row) => structuredClone(row))),
      status: (_capability, items) => Promise.resolve({ epoch: this.epoch, backup_seq: 0, items: items.map((item) => this.statusOf(item)) }),
      epoch: () => Promise.resolve(this.epoch),
      joinAgain: () => Promise.resolve(true),
      tell: (event: Event) => drain(this.around(owner), event),
    };
  }

  private statusOf({ instance_id, rev, sha256 }: { instance_id: string; rev: number; sha256: string }) {
    const isHere = this.stored.get(instance_id)?.has(sha256) ?? false;
    return { instance_id, rev, have: isHere ? sha256 : null, parts_missing: [], safe: false };
  }

  /** A tab, until it is killed: from then on it reaches neither the disk nor the net. */
  around(owner: string): Surroundings {
    let isDead = false;
    const alive = <R>(work: () => R): Promise<R> => (isDead ? Promise.reject(new Killed()) : Promise.resolve(work()));
    return {
      owner, now: () => this.now, random: () => this.dice(), alone: (work) => work(),
      update: (decide) => alive(() => this.update(decide)),
      contents: (ids) => Promise.resolve(new Map(ids.map((id) => [id, this.texts.get(id) ?? ""]))),
      submit: (capability, items) => this.submit(capability, items).finally(() => { isDead = this.isKilling; }),
      wakeAt: (time) => { this.wakeAt = time; },
    };
  }

  private update(decide: (rows: OutboxRow[]) => Map<string, Partial<OutboxRow>>): OutboxRow[] {
    const fates = decide([...this.disk.values()].map((row) => structuredClone(row)));
    const after = [...fates].map(([id, fate]) => ({ ...this.row(id), ...structuredClone(fate) }));
    for (const row of after) {
      this.disk.set(row.instanceId, row);
      // A receipt of the store that was lost in a restore was true when it was given.
      const isTrue = row.state !== "received" || this.given.has(`${row.receipt?.epoch ?? ""} ${row.instanceId} ${row.sha256}`);
      if (!isTrue) this.broken.push(`${row.instanceId} is called received, and the server does not have it`);
    }
    return after;
  }

  private row(id: string): OutboxRow {
    const row = this.disk.get(id);
    if (!row) throw new Error(`a row that never was: ${id}`);
    return row;
  }

  private async submit(capability: string, items: Item[]): Promise<unknown> {
    this.check(capability, items);
    await Promise.resolve();
    const trouble = this.troubles.shift() ?? "none";
    this.isKilling = trouble === "killed";
    const before = beforeTheServer[trouble];
    if (before) throw before();
    if (trouble === "other_hash") return this.madeUp(items, { sha256: "0".repeat(8) });
    if (trouble === "old_receipt") return this.madeUp(items, { epoch: "epoch-before" });
    if (trouble === "half") return this.madeUp(items, { parts_missing: ["a part"] });
    if (trouble === "twice") this.receive(items);
    const answer = this.receive(items);
    return afterTheServer(trouble, answer);
  }

  /** An answer that looks right and is not: nothing was stored for it. */
  private madeUp(items: Item[], change: Record<string, unknown>): Reply {
    const results = items.map(({ instance_id, rev, sha256 }) => ({
      instance_id, rev, sha256, status: "received", stored: true,
      receipt: { instance_id, rev, sha256, epoch: this.epoch, parts_missing: [], ...change },
    }));
    return { epoch: this.epoch, results };
  }

  private receive(items: Item[]): Reply {
    const natures = items.map((item) => this.natures.get(item.instance_id));
    if (natures.includes("poison")) throw new ProblemError(500, "unexpected", "", false, null, []);
    if (natures.includes("refuses_all")) throw new ProblemError(422, "invalid", "", false, null, []);
    return { epoch: this.epoch, results: items.map((item) => this.resultOf(item)) };
  }

  private resultOf(item: Item): Result {
    const about = { instance_id: item.instance_id, rev: item.rev, sha256: item.sha256, detail: null };
    if (hashOf(item.content) !== item.sha256) return { ...about, status: "garbled", stored: false, receipt: null };
    if (this.natures.get(item.instance_id) === "too_large") return { ...about, status: "too_large", stored: false, receipt: null };
    const hashes = this.stored.get(item.instance_id) ?? new Set();
    this.stored.set(item.instance_id, hashes.add(item.sha256));
    this.given.add(`${this.epoch} ${item.instance_id} ${item.sha256}`);
    return { ...about, status: "received", stored: true, receipt: { ...about, epoch: this.epoch, status: "received", quality: "ok", parts_missing: [], seq: null, received_on: null } };
  }

  private check(capability: string, items: Item[]): void {
    const size = items.reduce((sum, item) => sum + item.content.length, 0);
    if (items.length === 0 || items.length > LONGEST_BATCH || size > LARGEST_BATCH) this.broken.push(`a request of ${items.length} items, ${size} bytes`);
    for (const item of items) {
      if (this.row(item.instance_id).capability !== capability) this.broken.push(`${item.instance_id} went out under another capability`);
      if (this.row(item.instance_id).lease === null) this.broken.push(`${item.instance_id} went out before its lease was kept`);
    }
  }
}

interface Result {
  instance_id: string;
  sha256: string;
  status: string;
  stored: boolean;
  receipt: Record<string, unknown> | null;
  [key: string]: unknown;
}
interface Reply {
  epoch: string;
  results: Result[];
}

const beforeTheServer: Partial<Record<Trouble, () => Error>> = {
  lost: () => new Unreachable("no way"),
  html: () => new Unreachable("a page of a hotel"),
  failed: () => new ProblemError(500, "unexpected", "", false, null, []),
  busy: () => new ProblemError(503, "busy", "", false, 90_000, []),
  refused: () => new ProblemError(400, "strange", "", false, null, []),
  unknown: () => new ProblemError(401, "unknown_capability", "", false, null, []),
};

function afterTheServer(trouble: Trouble, answer: Reply): unknown {
  switch (trouble) {
    case "answer_lost": throw new Unreachable("cut");
    case "other_json": return { success: true };
    default: return answer;
  }
}

function hashOf(text: string): string {
  let hash = 7;
  for (const letter of text) hash = (hash * 31 + letter.charCodeAt(0)) >>> 0;
  return hash.toString(16).padStart(8, "0");
}

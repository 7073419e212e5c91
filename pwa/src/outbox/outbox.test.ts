// The outbox in a seeded world of lost requests, dying tabs, captive portals and restored servers: nothing is lost, and it drains.
import fc from "fast-check";
import { expect, test } from "vitest";
import { compare } from "./reconciling";
import { drain } from "./sending";
import { Killed, World, type Nature, type Trouble } from "./simulation";
import type { Event } from "./policy";

const MINUTE = 60_000;

const trouble = fc.constantFrom<Trouble>(
  "none", "lost", "answer_lost", "twice", "html", "other_json", "other_hash", "old_receipt", "half", "failed", "busy", "refused", "killed", "unknown");
const nature = fc.oneof(
  { weight: 8, arbitrary: fc.constant<Nature>("plain") }, { weight: 1, arbitrary: fc.constantFrom<Nature>("poison", "too_large", "refuses_all") });

type Step =
  | { kind: "finish"; id: number; capability: number; nature: Nature }
  | { kind: "look"; tab: number; event: "wake" | "start" | "hope" | "asked" }
  | { kind: "both_tabs" }
  | { kind: "clock"; by: number }
  | { kind: "restore" }
  | { kind: "put_back" };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("finish" as const), id: fc.nat(60), capability: fc.nat(2), nature }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("look" as const), tab: fc.nat(1), event: fc.constantFrom("wake" as const, "start" as const, "hope" as const, "asked" as const) }) },
  { weight: 2, arbitrary: fc.constant({ kind: "both_tabs" as const }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("clock" as const), by: fc.integer({ min: -400 * 24 * 60 * MINUTE, max: 20 * MINUTE }) }) },
  { weight: 1, arbitrary: fc.constant({ kind: "restore" as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: "put_back" as const }) },
);

let opened = 0;
const look = (world: World, tab: number, event: Event) => drain(world.around(`tab-${tab}-${opened += 1}`), event).catch((failure: unknown) => {
  if (!(failure instanceof Killed)) throw failure;
});

async function take(world: World, next: Step): Promise<void> {
  switch (next.kind) {
    case "finish": world.finish(`id-${next.id}`, `capability-${next.capability}`, next.nature); return;
    case "look": return look(world, next.tab, { kind: next.event });
    case "both_tabs": await Promise.all([look(world, 0, { kind: "wake" }), look(world, 1, { kind: "wake" })]); return;
    case "clock": world.now = Math.max(0, world.now + next.by); return;
    case "restore": world.restore(); return;
    case "put_back": world.putBack(); return;
  }
}

/** The faults have stopped; the app is opened now and then. */
async function calm(world: World): Promise<void> {
  for (let opening = 0; opening < 4; opening += 1) {
    world.now += 2 * 60 * MINUTE;
    await look(world, 0, { kind: "start" });
    await compare(world.asking(`tab-${opening}`));
    for (let minute = 0; minute < 8; minute += 1) {
      world.now += 20 * MINUTE;
      await look(world, 0, { kind: "wake" });
    }
  }
}

function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

test("whatever happens, no finished interview is lost, none is called received that is not, and all arrive once faults stop", async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 60 }), fc.array(trouble, { maxLength: 40 }), fc.nat(), async (steps, troubles, seed) => {
    const world = new World([...troubles], dice(seed));
    const finished = new Map<string, string>();
    for (const next of steps) {
      await take(world, next);
      for (const [id, text] of world.texts) finished.set(id, text);
    }
    world.troubles.length = 0;
    await calm(world);
    expect(world.broken).toEqual([]);
    expect(new Map(world.texts)).toEqual(finished);
    expect([...world.disk.keys()].sort()).toEqual([...finished.keys()].sort());
    for (const row of world.disk.values()) {
      const isPlain = world.natures.get(row.instanceId) === "plain";
      expect([row.instanceId, row.state === "received"]).toEqual([row.instanceId, isPlain]);
      if (isPlain) expect([...(world.stored.get(row.instanceId) ?? [])]).toEqual([row.sha256]);
    }
  }), { numRuns: Number(process.env.ASKWELL_SIMULATIONS ?? 500) });
}, 120_000);

// Carrying interviews from phone to phone, over a real IndexedDB implementation: nothing lost at home, nothing replaced where they arrive.
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, test } from "vitest";
import { gather, goOnHere, markCarried, takeIn, type Carried } from "./carrying";
import { closeDatabase } from "./database";
import { contents, draft, drafts, finish, keepJoin, outboxRow, outboxRows, rounds, saveAnswers, saveRound, saveVersion, startDraft, updateOutbox, version, type RoundForPhone } from "./index";
import { lockDraft } from "./locking";

const HASH = "ab".repeat(32);
const join = { id: "ef".repeat(32), capability: "c".repeat(43), code: "ABCDEFGHJK", round: null };
const round: RoundForPhone = {
  round_id: "7c0a7c1e-7f4c-4b58-9d55-3b1c1d1a0001", organization: "Invented Bakery", title: "Pulse", mode: "interview", word: "confidential",
  state: "open", version_hash: HASH, k: 5, opens_on: "2026-11-01", closes_on: null, languages: [{ code: "en", name: "English" }], invented: true,
};
const frozen = { text: `{"envelope":1,"said":"no"}`, sha256: "12".repeat(32), bytes: 40 };

async function begun(): Promise<string> {
  await keepJoin(join);
  await saveRound(join.id, round);
  await saveVersion(HASH, `{"kind":"version"}`);
  const made = await startDraft({ joined: { ...join, round }, language: "en", consent: { word: "confidential", agreed: true }, startedAt: "2026-11-23T10:00:00.000+01:00" });
  await saveAnswers(made.instanceId, { "/data/why": { value: "the doors stick" } });
  return made.instanceId;
}

async function finished(): Promise<string> {
  const id = await begun();
  await finish(id, frozen, (await draft(id))?.changes ?? -1);
  return id;
}

function onAnotherPhone(): Promise<void> {
  indexedDB = new IDBFactory();
  return closeDatabase();
}

/** As it comes out of a file. */
async function carried(...ids: string[]): Promise<Carried> {
  return JSON.parse(JSON.stringify(await gather(new Set(ids)))) as Carried;
}

beforeEach(onAnotherPhone);

test("what was begun and what was finished stand on the other phone as they did here", async () => {
  const ids = [await begun(), await finished()] as const;
  const file = await carried(...ids);
  const before = await draft(ids[0]);
  await onAnotherPhone();
  expect([...(await takeIn(file)).values()]).toEqual(["taken", "taken"]);
  expect(await draft(ids[0])).toEqual(before);
  expect(await contents([ids[1]])).toEqual(new Map([[ids[1], frozen.text]]));
  expect(await outboxRow(ids[1])).toMatchObject({ sha256: frozen.sha256, capability: join.capability, state: "queued", attempts: 0, receipt: null });
  expect(await rounds()).toEqual([{ ...join, round }]);
  expect(await version(HASH)).toBe(`{"kind":"version"}`);
});

test("at home nothing is deleted, and only begun ones are marked", async () => {
  const ids = [await begun(), await finished()] as const;
  await carried(...ids);
  await markCarried(new Set(ids));
  expect((await drafts()).map(({ isCarried, answers }) => [isCarried, answers])).toEqual([[true, { "/data/why": { value: "the doors stick" } }]]);
  expect((await outboxRows()).map(({ state }) => state)).toEqual(["queued"]);
  await goOnHere(ids[0]);
  expect(await draft(ids[0])).not.toHaveProperty("isCarried");
});

test("what the server has received does not travel", async () => {
  const id = await finished();
  await updateOutbox((rows) => new Map(rows.map((row) => [row.instanceId, { ...row, state: "received" as const }])));
  expect(await carried(id)).toEqual({ drafts: [], finished: [], joins: [], versions: [] });
});

test("a file that comes back to its phone takes the mark away again", async () => {
  const id = await begun();
  const file = await carried(id);
  await markCarried(new Set([id]));
  expect([...(await takeIn(file)).values()]).toEqual(["here"]);
  expect(await draft(id)).not.toHaveProperty("isCarried");
});

test("what was written here meanwhile stays, and the mark with it", async () => {
  const id = await begun();
  const file = await carried(id);
  await markCarried(new Set([id]));
  await saveAnswers(id, { "/data/why": { value: "newer" } });
  expect([...(await takeIn(file)).values()]).toEqual(["different"]);
  expect(await draft(id)).toMatchObject({ isCarried: true, answers: { "/data/why": { value: "newer" } } });
});

test("a draft never comes in beside its finished self, nor a finished one over the draft that may hold more", async () => {
  const id = await begun();
  const early = await carried(id);
  await finish(id, frozen, (await draft(id))?.changes ?? -1);
  const late = await carried(id);
  expect([...(await takeIn(early)).values()]).toEqual(["different"]);
  expect(await drafts()).toEqual([]);
  await onAnotherPhone();
  await takeIn(early);
  await saveAnswers(id, { "/data/more": { value: "said later" } });
  expect([...(await takeIn(late)).values()]).toEqual(["different"]);
  expect(await outboxRows()).toEqual([]);
  expect(await draft(id)).toMatchObject({ answers: { "/data/more": { value: "said later" } } });
});

test("other bytes under a finished one's id stay out", async () => {
  const id = await finished();
  const file = await carried(id);
  const [row] = file.finished;
  if (!row) throw new Error("nothing was gathered");
  expect([...(await takeIn({ ...file, finished: [{ ...row, sha256: "34".repeat(32), text: "{}" }] })).values()]).toEqual(["different"]);
  expect((await contents([id])).get(id)).toBe(frozen.text);
});

test("a draft behind a PIN travels sealed", async () => {
  const id = await begun();
  await lockDraft(id, "493 817");
  const file = await carried(id);
  expect(JSON.stringify(file)).not.toContain("the doors stick");
  await onAnotherPhone();
  await takeIn(file);
  expect((await draft(id))?.lock).toEqual(file.drafts[0]?.lock);
});

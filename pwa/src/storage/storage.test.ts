// The phone's storage over a real IndexedDB implementation: what is acknowledged is there, and *finish* happens once.
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, test } from "vitest";
import { closeDatabase, write } from "./database";
import {
  DraftGone, DraftMoved, StorageFailed, contents, discardDraft, draft, drafts, finish, keepJoin, newInstanceId, newSecret, outboxRows, rounds,
  saveAnswers, saveRound, setPosition, startDraft, subscribe, updateOutbox, type Change, type JoinedRound, type RoundForPhone,
} from "./index";

const round: RoundForPhone = {
  round_id: "7c0a7c1e-7f4c-4b58-9d55-3b1c1d1a0001", organization: "Invented Bakery", title: "Pulse", mode: "open_link", word: "anonymous",
  state: "open", version_hash: "ab".repeat(32), k: 5, opens_on: "2026-11-01", closes_on: null, languages: [{ code: "en", name: "English" }], invented: true,
};
const frozen = { text: "{\"envelope\":1}", sha256: "cd".repeat(32), bytes: 18 };

async function joined(): Promise<JoinedRound> {
  const join = { id: "ef".repeat(32), capability: newSecret(32), code: "ABCDEFGHJK", round: null };
  await keepJoin(join);
  await saveRound(join.id, round);
  return { ...join, round };
}

async function begun() {
  return startDraft({ joined: await joined(), language: "en", consent: { word: "anonymous", agreed: true }, startedAt: "2026-11-23T10:00:00.000+01:00" });
}

/** What a browser does to an app that is closed: the connection goes, the disk stays. */
const reopen = closeDatabase;

beforeEach(async () => {
  await closeDatabase();
  indexedDB = new IDBFactory();
});

test("an acknowledged answer is there after the app was closed", async () => {
  const { instanceId } = await begun();
  await saveAnswers(instanceId, { "/data/age": { value: "41" } });
  await setPosition(instanceId, "/data/pay");
  await reopen();
  expect(await draft(instanceId)).toMatchObject({ answers: { "/data/age": { value: "41" } }, at: "/data/pay", changes: 2 });
});

test("answers given in two tabs at once are both kept", async () => {
  const { instanceId } = await begun();
  await Promise.all([
    saveAnswers(instanceId, { "/data/age": { value: "41" } }),
    saveAnswers(instanceId, { "/data/pay": { missing: "rather_not_say" } }),
  ]);
  expect((await draft(instanceId))?.answers).toEqual({ "/data/age": { value: "41" }, "/data/pay": { missing: "rather_not_say" } });
});

test("a forgotten answer is gone, and only that one", async () => {
  const { instanceId } = await begun();
  await saveAnswers(instanceId, { "/data/age": { value: "41" } });
  await saveAnswers(instanceId, { "/data/pay": { value: "9" } });
  await saveAnswers(instanceId, { "/data/age": null });
  expect((await draft(instanceId))?.answers).toEqual({ "/data/pay": { value: "9" } });
});

test("finishing moves the draft to the outbox, with its bytes and its capability", async () => {
  const { instanceId, joinId } = await begun();
  const row = await finish(instanceId, frozen, 0);
  const kept = (await rounds()).find((one) => one.id === joinId);
  expect(await drafts()).toEqual([]);
  expect(await outboxRows()).toEqual([row]);
  expect(row).toMatchObject({ state: "queued", sha256: frozen.sha256, capability: kept?.capability, receipt: null });
  expect((await contents([instanceId])).get(instanceId)).toBe(frozen.text);
});

test("two tabs that finish the same interview make one outbox row, and the first bytes count", async () => {
  const { instanceId } = await begun();
  const other = { text: "{\"other\":true}", sha256: "ee".repeat(32), bytes: 20 };
  const [first, second] = await Promise.all([finish(instanceId, frozen, 0), finish(instanceId, other, 0)]);
  expect(second).toEqual(first);
  expect((await contents([instanceId])).get(instanceId)).toBe(frozen.text);
});

test("what was written after the answers were read is not left behind", async () => {
  const { instanceId } = await begun();
  await saveAnswers(instanceId, { "/data/age": { value: "41" } });
  await expect(finish(instanceId, frozen, 0)).rejects.toThrow(DraftMoved);
  expect((await draft(instanceId))?.answers).toEqual({ "/data/age": { value: "41" } });
  expect(await outboxRows()).toEqual([]);
});

test("having gone on never takes the place of an answer", async () => {
  const { instanceId } = await begun();
  await saveAnswers(instanceId, { "/data/age": { value: "41" } });
  await saveAnswers(instanceId, { "/data/age": { missing: "skipped" } }, true);
  await saveAnswers(instanceId, { "/data/pay": { missing: "skipped" } }, true);
  expect((await draft(instanceId))?.answers).toEqual({ "/data/age": { value: "41" }, "/data/pay": { missing: "skipped" } });
});

test("what was discarded cannot be finished or answered", async () => {
  const { instanceId } = await begun();
  await discardDraft(instanceId);
  await expect(finish(instanceId, frozen, 0)).rejects.toThrow(DraftGone);
  await expect(saveAnswers(instanceId, { "/data/age": { value: "1" } })).rejects.toThrow(DraftGone);
});

test("a failure in the middle of a write leaves nothing of it behind", async () => {
  const { instanceId } = await begun();
  const before = await draft(instanceId);
  const failing = write(["drafts"], async (rows) => {
    await rows.remove("drafts", instanceId);
    throw new Error("killed here");
  });
  await expect(failing).rejects.toThrow("killed here");
  expect(await draft(instanceId)).toEqual(before);
});

test("a dead connection is replaced, and the write is done once more", async () => {
  const { instanceId } = await begun();
  let attempts = 0;
  await write(["drafts"], async (rows) => {
    attempts += 1;
    if (attempts === 1) throw new DOMException("Connection to Indexed Database server lost", "UnknownError");
    const row = await rows.get("drafts", instanceId);
    if (row) await rows.put("drafts", { ...row, at: "/data/again" });
  });
  expect((await draft(instanceId))?.at).toBe("/data/again");
});

test("a full phone says so, and does not claim to have saved", async () => {
  const failing = write(["drafts"], () => Promise.reject(new DOMException("full", "QuotaExceededError")));
  await expect(failing).rejects.toMatchObject({ full: true });
  await expect(failing).rejects.toThrow(StorageFailed);
});

test("deciding over the outbox cannot touch bytes or capability, and cannot remove a row", async () => {
  const { instanceId } = await begun();
  const row = await finish(instanceId, frozen, 0);
  await updateOutbox(() => new Map([[instanceId, { ...row, state: "received" as const, capability: "stolen", sha256: "00" }]]));
  expect(await outboxRows()).toEqual([{ ...row, state: "received", isSafe: false }]);
});

test("a card tried in two tabs keeps one capability", async () => {
  const one = { id: "11".repeat(32), capability: newSecret(32), code: "CARD", round: null };
  const other = { id: "22".repeat(32), capability: newSecret(32), code: "CARD", round: null };
  expect(await Promise.all([keepJoin(one), keepJoin(other)])).toEqual([one, one]);
});

test("listeners hear of a write after it is committed", async () => {
  const { instanceId } = await begun();
  const heard: Change[] = [];
  const stop = subscribe((change) => heard.push(change));
  await saveAnswers(instanceId, { "/data/age": { value: "41" } });
  stop();
  await setPosition(instanceId, null);
  expect(heard).toEqual([{ store: "drafts", id: instanceId }]);
});

test("ids are random UUIDs of version 4, capabilities 43 characters of base64url", () => {
  expect(newInstanceId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(newSecret(32)).toMatch(/^[A-Za-z0-9_-]{43}$/);
});

// Drafts behind a PIN, over a real IndexedDB implementation: unreadable while locked, and nothing lost on the way in or out.
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, test, vi } from "vitest";
import { closeDatabase, read, write } from "./database";
import { DraftGone, DraftLocked, DraftMoved, draft, drafts, dropKey, finish, isLocked, keepJoin, openDraft, saveAnswers, saveRound, setPosition, startDraft, type RoundForPhone } from "./index";
import { keyFor } from "./keyring";
import { changeLocked, lockDraft, removeLock, unlockDraft } from "./locking";

const PIN = "493 817";
const CANARY = "the foreman, loading dock";
const round: RoundForPhone = {
  round_id: "7c0a7c1e-7f4c-4b58-9d55-3b1c1d1a0001", organization: "Invented Bakery", title: "Pulse", mode: "open_link", word: "anonymous",
  state: "open", version_hash: "ab".repeat(32), k: 5, opens_on: "2026-11-01", closes_on: null, languages: [{ code: "en", name: "English" }], invented: true,
};

async function begun(): Promise<string> {
  const join = { id: "ef".repeat(32), capability: "c".repeat(43), code: "ABCDEFGHJK", round: null };
  await keepJoin(join);
  await saveRound(join.id, round);
  const made = await startDraft({ joined: { ...join, round }, language: "en", consent: { word: "anonymous", agreed: true }, startedAt: "2026-11-23T10:00:00.000+01:00" });
  await saveAnswers(made.instanceId, { "/data/why": { value: CANARY } });
  await setPosition(made.instanceId, "/data/why");
  return made.instanceId;
}

async function locked(): Promise<string> {
  const instanceId = await begun();
  await lockDraft(instanceId, PIN);
  return instanceId;
}

async function everythingOnDisk(): Promise<string> {
  return JSON.stringify(await read(["drafts", "outbox", "contents", "settings", "joins"], async (rows) => [
    await rows.all("drafts"), await rows.all("outbox"), await rows.all("contents"), await rows.all("settings"), await rows.all("joins"),
  ]));
}

beforeEach(async () => {
  await closeDatabase();
  indexedDB = new IDBFactory();
});

test("while locked, neither the answers nor the place are on disk in the clear", async () => {
  const instanceId = await begun();
  expect(await everythingOnDisk()).toContain(CANARY);
  await lockDraft(instanceId, PIN);
  const disk = await everythingOnDisk();
  expect(disk).not.toContain(CANARY);
  expect(disk).not.toContain("/data/why");
  const [row] = await drafts();
  expect(row && isLocked(row)).toBe(true);
});

test("a locked draft can be listed, but neither read nor changed", async () => {
  const instanceId = await locked();
  const before = await draft(instanceId);
  await expect(openDraft(instanceId)).rejects.toThrow(DraftLocked);
  await expect(saveAnswers(instanceId, { "/data/why": { value: "someone else" } })).rejects.toThrow(DraftLocked);
  await expect(saveAnswers(instanceId, { "/data/why": null })).rejects.toThrow(DraftLocked);
  await expect(lockDraft(instanceId, "another one")).rejects.toThrow(DraftLocked);
  expect(await draft(instanceId)).toEqual(before);
});

test("the right PIN opens it, a wrong one does not, and either changes nothing on disk", async () => {
  const instanceId = await locked();
  const before = await draft(instanceId);
  expect(await unlockDraft(instanceId, "493 818")).toBe(false);
  await expect(openDraft(instanceId)).rejects.toThrow(DraftLocked);
  expect(await unlockDraft(instanceId, ` ${PIN} `)).toBe(true);
  expect(await openDraft(instanceId)).toMatchObject({ answers: { "/data/why": { value: CANARY } }, at: "/data/why" });
  expect(await draft(instanceId)).toEqual(before);
});

test("answers given while it is open are sealed as they are kept, many at once and in their order", async () => {
  const instanceId = await locked();
  await unlockDraft(instanceId, PIN);
  const given = Array.from({ length: 12 }, (_, index) => saveAnswers(instanceId, { [`/data/q${index % 4}`]: { value: `canary ${index}` } }));
  await Promise.all(given);
  expect(await everythingOnDisk()).not.toContain("canary");
  dropKey(instanceId);
  await closeDatabase();
  await unlockDraft(instanceId, PIN);
  expect((await openDraft(instanceId))?.answers).toEqual({
    "/data/why": { value: CANARY }, "/data/q0": { value: "canary 8" }, "/data/q1": { value: "canary 9" }, "/data/q2": { value: "canary 10" }, "/data/q3": { value: "canary 11" },
  });
});

test("what was given before the key was dropped is kept", async () => {
  const instanceId = await locked();
  await unlockDraft(instanceId, PIN);
  const last = saveAnswers(instanceId, { "/data/last": { value: "the last words" } });
  dropKey(instanceId);
  await last;
  await unlockDraft(instanceId, PIN);
  expect((await openDraft(instanceId))?.answers).toMatchObject({ "/data/last": { value: "the last words" } });
});

test("locking while another window writes keeps what it wrote", async () => {
  const instanceId = await begun();
  const locking = lockDraft(instanceId, PIN);
  await saveAnswers(instanceId, { "/data/late": { value: "just in time" } });
  await locking;
  await unlockDraft(instanceId, PIN);
  expect((await openDraft(instanceId))?.answers).toMatchObject({ "/data/why": { value: CANARY }, "/data/late": { value: "just in time" } });
});

test("an open draft is finished only as it was when it was read", async () => {
  const instanceId = await locked();
  await unlockDraft(instanceId, PIN);
  const changes = (await openDraft(instanceId))?.changes ?? -1;
  await saveAnswers(instanceId, { "/data/more": { value: "more" } });
  const frozen = { text: "{\"envelope\":1}", sha256: "cd".repeat(32), bytes: 18 };
  await expect(finish(instanceId, frozen, changes)).rejects.toThrow(DraftMoved);
  await finish(instanceId, frozen, changes + 1);
  expect(await drafts()).toEqual([]);
  await expect(saveAnswers(instanceId, { "/data/more": { value: "too late" } })).rejects.toThrow(DraftGone);
});

test("the PIN can be taken away, by whoever knows it", async () => {
  const instanceId = await locked();
  expect(await removeLock(instanceId, "000000")).toBe(false);
  expect(await removeLock(instanceId, PIN)).toBe(true);
  expect(await draft(instanceId)).toMatchObject({ answers: { "/data/why": { value: CANARY } }, at: "/data/why" });
  expect(await drafts().then(([row]) => row && isLocked(row))).toBe(false);
});

test("a sealed body says nothing under another interview's name, and hides how long it is", async () => {
  const one = await locked();
  const other = await locked();
  await unlockDraft(one, PIN);
  const [mine, theirs] = [await draft(one), await draft(other)];
  expect(mine?.lock?.body.length).toBe(theirs?.lock?.body.length);
  await write(["drafts"], (rows) => rows.put("drafts", { ...(theirs as NonNullable<typeof theirs>), lock: mine?.lock as NonNullable<typeof mine>["lock"] & object }));
  expect(await unlockDraft(other, PIN)).toBe(false);
});

test("what an older app wrote beside the lock is not lost", async () => {
  const instanceId = await locked();
  const row = await draft(instanceId);
  await write(["drafts"], (rows) => rows.put("drafts", { ...(row as NonNullable<typeof row>), answers: { "/data/why": { value: "newer" } } }));
  await unlockDraft(instanceId, PIN);
  expect((await openDraft(instanceId))?.answers).toEqual({ "/data/why": { value: "newer" } });
});

/** A window's own modules: the same disk, but keys, connection and turns of its own. Last in this file: imports to come are those of the new window. */
async function anotherWindow() {
  vi.resetModules();
  return { ...(await import("./locking")), ...(await import("./keyring")) };
}

test("two windows write a locked draft at once, and keep what either wrote", async () => {
  const instanceId = await locked();
  const windows = [{ unlockDraft, changeLocked, keyFor }, await anotherWindow()];
  const writing = windows.map(async (window, name) => {
    await window.unlockDraft(instanceId, PIN);
    return Array.from({ length: 6 }, (_, index) => window.changeLocked(instanceId, window.keyFor(instanceId), (row) => (
      { ...row, answers: { ...row.answers, [`/data/${name}/${index}`]: { value: `${name}` } } })));
  });
  await Promise.all((await Promise.all(writing)).flat());
  expect(Object.keys((await openDraft(instanceId))?.answers ?? {})).toHaveLength(1 + 12);
});

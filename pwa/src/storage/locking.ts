// Drafts behind a PIN: locked, opened and written without their answers ever lying on disk in the clear. Why so: docs/decisions/0015.
import { announce } from "./changes";
import { write } from "./database";
import { DraftGone, DraftLocked, draft } from "./drafts";
import { dropKey, holdKey } from "./keyring";
import { pinned, seal, unpinned, unseal } from "./pins";
import type { Draft } from "./records";

export { canPin, pinned, unpinned } from "./pins";

type Inside = Pick<Draft, "answers" | "at">;

const turns = new Map<string, Promise<unknown>>();

/** Put a PIN before a draft. It is locked from then on, in this window, too. */
export async function lockDraft(instanceId: string, pin: string): Promise<void> {
  const { kept, key } = await pinned(pin, nameOf(instanceId));
  await rewrite(instanceId, async (found) => {
    if (found.lock) throw new DraftLocked(instanceId);
    return sealed({ ...found, lock: { ...kept, body: "" } }, key);
  });
  announce({ store: "drafts", id: instanceId });
}

/** Open a draft in this window; resolves to whether this was the PIN. A draft without one is open. */
export async function unlockDraft(instanceId: string, pin: string): Promise<boolean> {
  const found = await draft(instanceId);
  if (!found) throw new DraftGone(instanceId);
  if (!found.lock) return true;
  const key = await unpinned(found.lock, pin, nameOf(instanceId));
  if (key) holdKey(instanceId, key);
  return key !== null;
}

/** Take the PIN away; resolves to whether this was it. */
export async function removeLock(instanceId: string, pin: string): Promise<boolean> {
  const found = await draft(instanceId);
  const key = found?.lock && (await unpinned(found.lock, pin, nameOf(instanceId)));
  if (!key) return false;
  await rewrite(instanceId, async (row) => {
    const { lock, ...open } = await opened(row, key);
    return lock ? open : row;
  });
  dropKey(instanceId);
  announce({ store: "drafts", id: instanceId });
  return true;
}

/** The draft with its answers. What an older app may have written beside the lock counts: it is newer. */
export async function opened(row: Draft, key: CryptoKey | undefined): Promise<Draft> {
  if (!row.lock) return row;
  const inside = key && ((await unseal(key, row.lock.body, nameOf(row.instanceId))) as Inside | null);
  if (!inside) throw new DraftLocked(row.instanceId);
  return { ...row, answers: { ...inside.answers, ...row.answers }, at: row.at ?? inside.at };
}

/** Change a locked draft, one change after the other; resolves to false when it has no PIN any more. */
export async function changeLocked(instanceId: string, key: CryptoKey | undefined, edit: (draft: Draft) => Draft): Promise<boolean> {
  const before = turns.get(instanceId) ?? Promise.resolve();
  const turn = before.then(() => rewrite(instanceId, async (found) => {
    if (!found.lock) return null;
    const open = await opened(found, key);
    return sealed(edit(open), key as CryptoKey);
  }));
  turns.set(instanceId, turn.catch(() => undefined));
  return turn;
}

/**
 * Work a draft over outside the transaction, since IndexedDB commits while we wait for a cipher; then keep it, if nobody has written
 * it meanwhile, or else do it again with what they wrote. Resolves to false where there was nothing to do.
 */
async function rewrite(instanceId: string, work: (found: Draft) => Promise<Draft | null>): Promise<boolean> {
  for (;;) {
    const found = await draft(instanceId);
    if (!found) throw new DraftGone(instanceId);
    const after = await work(found);
    if (!after) return false;
    const isKept = await write(["drafts"], async (rows) => {
      const now = await rows.get("drafts", instanceId);
      if (!now) throw new DraftGone(instanceId);
      if (now.changes !== found.changes) return false;
      await rows.put("drafts", { ...after, changes: found.changes + 1 });
      return true;
    });
    if (isKept) return true;
  }
}

async function sealed(row: Draft, key: CryptoKey): Promise<Draft> {
  if (!row.lock) return row;
  const inside: Inside = { answers: row.answers, at: row.at };
  return { ...row, answers: {}, at: null, lock: { ...row.lock, body: await seal(key, inside, nameOf(row.instanceId)) } };
}

function nameOf(instanceId: string): string {
  return `askwell-draft/1/${instanceId}`;
}

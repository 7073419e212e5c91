// Interviews under way. Every answer is committed as it is given; *finish* moves a draft to the outbox in one transaction.
import { announce } from "./changes";
import { read, write } from "./database";
import { newInstanceId, newSeed } from "./ids";
import { keyFor } from "./keyring";
import type { Answer, AnswerChanges, Consent, Draft, FrozenContent, JoinedRound, OutboxRow } from "./records";
import type { Rows } from "./rows";

/** The draft was finished or discarded in another tab; what was typed here belongs to nothing any more. */
export class DraftGone extends Error {
  override name = "DraftGone";
}

/** Something of the draft was written after its answers were read: read them again, and finish then. */
export class DraftMoved extends Error {
  override name = "DraftMoved";
}

/** The draft is behind a PIN that was not typed in this window. */
export class DraftLocked extends Error {
  override name = "DraftLocked";
}

/** What PINs need is fetched only where there is one. */
const locking = () => import("./locking");

export interface NewDraft {
  joined: JoinedRound;
  language: string;
  consent: Consent;
  startedAt: string;
}

/** Begin an interview; its id is made here, on the phone. */
export async function startDraft({ joined, language, consent, startedAt }: NewDraft): Promise<Draft> {
  const draft: Draft = {
    instanceId: newInstanceId(), joinId: joined.id, roundId: joined.round.round_id, versionHash: joined.round.version_hash,
    language, consent, answers: {}, at: null, startedAt, seed: newSeed(), changes: 0,
  };
  await write(["drafts"], (rows) => rows.put("drafts", draft));
  announce({ store: "drafts", id: draft.instanceId });
  return draft;
}

export function drafts(): Promise<Draft[]> {
  return read(["drafts"], (rows) => rows.all("drafts"));
}

/** The row as it is on disk: of one behind a PIN, all but the answers. */
export async function draft(instanceId: string): Promise<Draft | null> {
  return (await read(["drafts"], (rows) => rows.get("drafts", instanceId))) ?? null;
}

/** Whether the answers are behind a PIN. Such a row may be carried about as it is; nobody can read it without the PIN. */
export function isLocked(row: Draft): boolean {
  return row.lock !== undefined;
}

/** The draft with its answers; `DraftLocked` where they are behind a PIN that was not typed in this window. */
export async function openDraft(instanceId: string): Promise<Draft | null> {
  const key = keyFor(instanceId);
  const found = await draft(instanceId);
  return found?.lock ? (await locking()).opened(found, key) : found;
}

/**
 * Keep answers by path, all in one transaction; null forgets one. Other paths stay as another tab may just have written them.
 * With `unlessThere`, what is there stays: having gone on without an answer never takes the place of one.
 */
export function saveAnswers(instanceId: string, changes: AnswerChanges, unlessThere = false): Promise<void> {
  return change(instanceId, (draft) => {
    const all: AnswerChanges = unlessThere ? { ...changes, ...draft.answers } : { ...draft.answers, ...changes };
    const kept = Object.entries(all).filter((each): each is [string, Answer] => each[1] !== null);
    return { ...draft, answers: Object.fromEntries(kept) };
  });
}

/** Remember which question is on screen. */
export function setPosition(instanceId: string, at: string | null): Promise<void> {
  return change(instanceId, (draft) => ({ ...draft, at }));
}

export function setLanguage(instanceId: string, language: string): Promise<void> {
  return change(instanceId, (draft) => ({ ...draft, language }));
}

/** Only ever because the author asked for it. */
export async function discardDraft(instanceId: string): Promise<void> {
  await write(["drafts"], (rows) => rows.remove("drafts", instanceId));
  announce({ store: "drafts", id: instanceId });
}

/**
 * Move a draft to the outbox, once: whoever comes second, in another tab or after a lost commit, gets the row that is there.
 * `DraftGone` when there is neither a draft nor a row, `DraftMoved` when the draft is not the one after that many changes.
 */
export async function finish(instanceId: string, frozen: FrozenContent, changes: number): Promise<OutboxRow> {
  const row = await write(["drafts", "outbox", "contents", "joins"], async (rows) => {
    const before = await rows.get("outbox", instanceId);
    if (before) return before;
    const fresh = await outboxRowFor(rows, instanceId, frozen, changes);
    await rows.put("outbox", fresh);
    await rows.put("contents", { instanceId, text: frozen.text });
    await rows.remove("drafts", instanceId);
    return fresh;
  });
  announce({ store: "outbox", id: instanceId }, { store: "drafts", id: instanceId });
  return row;
}

async function outboxRowFor(rows: Rows, instanceId: string, frozen: FrozenContent, changes: number): Promise<OutboxRow> {
  const draft = await rows.get("drafts", instanceId);
  if (!draft) throw new DraftGone(instanceId);
  if (draft.changes !== changes) throw new DraftMoved(instanceId);
  const join = await rows.get("joins", draft.joinId);
  if (!join?.round) throw new DraftGone(`${instanceId}: its round is not on this phone`);
  return {
    instanceId, rev: 1, joinId: join.id, roundId: draft.roundId, capability: join.capability,
    title: join.round.title, organization: join.round.organization,
    sha256: frozen.sha256, bytes: frozen.bytes, state: "queued", lease: null, attempts: 0, notBefore: 0, problem: null, receipt: null,
  };
}

async function change(instanceId: string, edit: (draft: Draft) => Draft): Promise<void> {
  // Taken before the first wait: what was given while the interview was open is kept, even if it is locked a moment later.
  const key = keyFor(instanceId);
  let isKept = await changePlain(instanceId, edit);
  while (!isKept) isKept = (await (await locking()).changeLocked(instanceId, key, edit)) || (await changePlain(instanceId, edit));
  announce({ store: "drafts", id: instanceId });
}

/** Resolves to false where a PIN is in the way. */
function changePlain(instanceId: string, edit: (draft: Draft) => Draft): Promise<boolean> {
  return write(["drafts"], async (rows) => {
    const draft = await rows.get("drafts", instanceId);
    if (!draft) throw new DraftGone(instanceId);
    if (draft.lock) return false;
    await rows.put("drafts", { ...edit(draft), changes: draft.changes + 1 });
    return true;
  });
}

// The keeper behind a real interview: the phone's storage, and the outbox at the end.
import { prepare, type Version } from "../logic";
import { DraftGone, isJoined, isLocked, openDraft, opened, round, saveAnswers, setLanguage, setPosition, storageSafety, subscribe, version, type Draft, type JoinedRound } from "../storage";
import type { DraftKeeper, OpenedDraft } from "./keeping";

let isTaken = false;

/** Keep the interview with this id on the phone. */
export function storedKeeper(instanceId: string): DraftKeeper {
  return {
    get place() {
      return storageSafety() === "online-only" ? ("page" as const) : ("phone" as const);
    },
    load: () => open(instanceId),
    name: `draft-${instanceId}`,
    kept: async () => {
      const { answers, changes } = await found(instanceId);
      return { answers, changes };
    },
    follow: (heard) => subscribe(({ store, id, elsewhere }) => {
      if (elsewhere && store === "drafts" && id === instanceId) heard();
    }),
    saveAnswers: (changes, unlessThere) => saveAnswers(instanceId, changes, unlessThere),
    setPosition: (at) => setPosition(instanceId, at),
    setLanguage: (code) => setLanguage(instanceId, code),
    finish: async (answers, changes) => {
      const { finishInterview } = await import("../outbox");
      await finishInterview(instanceId, answers, changes);
    },
  };
}

async function found(instanceId: string): Promise<Draft> {
  const kept = await openDraft(instanceId);
  if (!kept) throw new DraftGone(instanceId);
  return kept;
}

async function open(instanceId: string): Promise<OpenedDraft> {
  const { draft: kept, joined, text } = (await readAtTheStart(instanceId)) ?? (await readNow(instanceId));
  await prepare(text);
  const { language, answers, at, startedAt, seed } = kept;
  return { language, answers, at, startedAt, seed, version: JSON.parse(text) as Version, mode: joined.round.mode };
}

interface Read {
  draft: Draft;
  joined: JoinedRound;
  text: string;
}

/** What was read when the page was opened, once: later it has grown old. What was written since is taken in by following. */
async function readAtTheStart(instanceId: string): Promise<Read | null> {
  const { interview, joins } = await opened();
  if (isTaken || interview?.draft.instanceId !== instanceId || isLocked(interview.draft)) return null;
  isTaken = true;
  const joined = joins.filter(isJoined).find(({ id }) => id === interview.draft.joinId);
  return joined ? { ...interview, joined } : null;
}

async function readNow(instanceId: string): Promise<Read> {
  const kept = await found(instanceId);
  const [joined, text] = await Promise.all([round(kept.joinId), version(kept.versionHash)]);
  if (!joined || text === null) throw new Error(`The questions of interview ${instanceId} are not on this phone.`);
  return { draft: kept, joined, text };
}

// The keeper behind a real interview: the phone's storage, and the outbox at the end.
import { finishInterview } from "../outbox";
import type { Version } from "../logic";
import { DraftGone, draft, round, saveAnswer, setLanguage, setPosition, storageSafety, subscribe, version, type Draft } from "../storage";
import type { DraftKeeper, OpenedDraft } from "./keeping";

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
    saveAnswer: (path, answer, unlessThere) => saveAnswer(instanceId, path, answer, unlessThere),
    setPosition: (at) => setPosition(instanceId, at),
    setLanguage: (code) => setLanguage(instanceId, code),
    finish: async (answers, changes) => {
      await finishInterview(instanceId, answers, changes);
    },
  };
}

async function found(instanceId: string): Promise<Draft> {
  const kept = await draft(instanceId);
  if (!kept) throw new DraftGone(instanceId);
  return kept;
}

async function open(instanceId: string): Promise<OpenedDraft> {
  const kept = await found(instanceId);
  const [joined, text] = await Promise.all([round(kept.joinId), version(kept.versionHash)]);
  if (!joined || text === null) throw new Error(`The questions of interview ${instanceId} are not on this phone.`);
  return { ...opened(kept), version: JSON.parse(text) as Version, mode: joined.round.mode };
}

function opened({ language, answers, at, startedAt, seed }: Draft): Omit<OpenedDraft, "version" | "mode"> {
  return { language, answers, at, startedAt, seed };
}


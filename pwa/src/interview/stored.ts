// The keeper behind a real interview: the phone's storage, and the outbox at the end.
import { finishInterview } from "../outbox";
import type { Version } from "../logic";
import { DraftGone, draft, round, saveAnswer, setLanguage, setPosition, storageSafety, version, type Draft } from "../storage";
import type { DraftKeeper, OpenedDraft } from "./keeping";

/** Keep the interview with this id on the phone. */
export function storedKeeper(instanceId: string): DraftKeeper {
  return {
    get place() {
      return storageSafety() === "online-only" ? ("page" as const) : ("phone" as const);
    },
    load: () => open(instanceId),
    saveAnswer: (path, answer) => saveAnswer(instanceId, path, answer),
    setPosition: (at) => setPosition(instanceId, at),
    setLanguage: (code) => setLanguage(instanceId, code),
    finish: async (answers) => {
      await finishInterview(instanceId, answers);
    },
  };
}

async function open(instanceId: string): Promise<OpenedDraft> {
  const found = await draft(instanceId);
  if (!found) throw new DraftGone(instanceId);
  const [joined, text] = await Promise.all([round(found.joinId), version(found.versionHash)]);
  if (!joined || text === null) throw new Error(`The questions of interview ${instanceId} are not on this phone.`);
  return { ...opened(found), version: JSON.parse(text) as Version, mode: joined.round.mode };
}

function opened({ language, answers, at, startedAt, seed }: Draft): Omit<OpenedDraft, "version" | "mode"> {
  return { language, answers, at, startedAt, seed };
}


// A keeper without a phone behind it.
import { prepare, type Version } from "../logic";
import type { DraftKeeper, OpenedDraft } from "./keeping";

/** A keeper that forgets: for looking at a question set as the phone shows it. */
export function forgetfulKeeper(version: Version, language: string, medium: NonNullable<DraftKeeper["medium"]>, mode: OpenedDraft["mode"] = "open_link"): DraftKeeper {
  const nothing = () => Promise.resolve();
  const startedAt = "2026-01-15T10:00:00.000+00:00";
  return {
    place: "nowhere",
    name: null,
    kept: () => Promise.resolve({ answers: {}, changes: 0 }),
    follow: () => () => undefined,
    load: async () => {
      await prepare(JSON.stringify(version));
      return { version, mode, language, answers: {}, at: null, startedAt, seed: 1 };
    },
    medium,
    saveAnswers: nothing, setPosition: nothing, setLanguage: nothing, finish: nothing,
  };
}

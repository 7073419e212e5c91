// Turns a finished interview into the bytes that are stored, hashed, sent and receipted. After this they never change.
import { newSecret, type Draft, type FrozenContent, type Missing, type RoundForPhone } from "../storage";
import { sha256 } from "./hashing";

/** What the logic says about each question of the version, asked or not. */
export type AnswerStates = Record<string, { value: string } | { missing: Missing | "not_asked" | "not_reached" }>;

export interface Finished {
  draft: Draft;
  round: RoundForPhone;
  answers: AnswerStates;
  now: Date;
  app: string;
}

/** The content of envelope 1, and its SHA-256. */
export async function freeze(finished: Finished): Promise<FrozenContent> {
  const text = JSON.stringify(envelope(finished));
  return { text, sha256: await sha256(text), bytes: new TextEncoder().encode(JSON.stringify(text)).length };
}

function envelope({ draft, round, answers, now, app }: Finished) {
  return {
    envelope: 1, instance_id: draft.instanceId, round_id: draft.roundId, version_hash: draft.versionHash, rev: 1, base: null,
    sealing: "plain", key_id: null, parts: [],
    body: {
      answers, language: draft.language, consent: draft.consent, app,
      // An anonymous round learns nothing of when: a date alone can name the only one who was at work.
      now: round.mode === "interview" ? withOffset(now) : null,
      // So that equal answers never have equal hashes.
      nonce: newSecret(16),
    },
  };
}

/** ISO 8601 with the phone's offset. In anonymous rounds it does not leave the phone. */
export function withOffset(moment: Date): string {
  const minutes = -moment.getTimezoneOffset();
  const local = new Date(moment.getTime() + minutes * 60_000).toISOString().slice(0, -1);
  const part = (value: number) => String(value).padStart(2, "0");
  const size = Math.abs(minutes);
  return `${local}${minutes < 0 ? "-" : "+"}${part(Math.floor(size / 60))}:${part(size % 60)}`;
}

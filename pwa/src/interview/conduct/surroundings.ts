// What the logic gets from outside: a clock that stands still, dice that fall the same way after a reload, and the language.
import type { Env } from "../../logic";
import type { OpenedDraft } from "../keeping";

/** A repeatable random generator (mulberry32): 0 ≤ x < 1. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * The environment of one interview. Where people are promised anonymity the clock shows midnight. What is worked out from it
 * does not leave the phone (`stamp`); a default that someone sees and leaves is their answer, and tells the day at most.
 */
export function surroundings(draft: OpenedDraft, language: () => string): Env {
  const random = dice(draft.seed);
  const now = draft.mode === "interview" ? draft.startedAt : draft.startedAt.replace(/T[\d:.]+/, "T00:00:00.000");
  return {
    now,
    random,
    uuid: () => uuidFrom(random),
    get language() {
      return language();
    },
  };
}

function uuidFrom(random: () => number): string {
  return "xxxxxxxx-xxxx-4xxx-Nxxx-xxxxxxxxxxxx".replace(/[xN]/g, (mark) => {
    const digit = Math.floor(random() * 16);
    return (mark === "N" ? (digit & 3) | 8 : digit).toString(16);
  });
}

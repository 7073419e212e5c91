// Slows down whoever guesses a PIN. Nothing is ever wiped: someone who forgets must not lose what they answered.
import { keepSetting, setting } from "../../storage";

interface Tries {
  wrong: number;
  /** No further try before this moment, in ms of this phone's clock. */
  until: number;
}

const FREE = 3;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 5 * 60_000;

/** How long the next try has to wait. A clock set back cannot make it longer than the longest wait. */
export async function waitFor(what: string, now = Date.now()): Promise<number> {
  const { until } = await triesAt(what);
  return Math.min(Math.max(0, until - now), LONGEST_WAIT_MS);
}

/** Count a try as wrong before it is made, so that a reload in the middle of it gains nothing. */
export async function countTry(what: string, now = Date.now()): Promise<void> {
  const wrong = (await triesAt(what)).wrong + 1;
  const wait = wrong < FREE ? 0 : Math.min(FIRST_WAIT_MS * 2 ** (wrong - FREE), LONGEST_WAIT_MS);
  // On a full phone tries are not counted: that must not keep anybody from their own answers.
  await keepSetting(nameOf(what), JSON.stringify({ wrong, until: now + wait } satisfies Tries)).catch(() => undefined);
}

/** It was right. */
export async function forgetTries(what: string): Promise<void> {
  await keepSetting(nameOf(what), "").catch(() => undefined);
}

async function triesAt(what: string): Promise<Tries> {
  const kept = await setting(nameOf(what));
  return kept ? (JSON.parse(kept) as Tries) : { wrong: 0, until: 0 };
}

function nameOf(what: string): string {
  return `tries-${what}`;
}

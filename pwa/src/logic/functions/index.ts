// All functions an expression may call, by name. The code of most comes when a version calls one of them.
import { BOOLEANS } from "./booleans";
import { type Definition } from "./define";
import { NUMBERS } from "./numbers";
import { SELECTS } from "./selects";
import { STRINGS } from "./strings";

const USUAL: ReadonlyMap<string, Definition> = new Map([STRINGS, BOOLEANS, NUMBERS, SELECTS].flatMap((functions) => Object.entries(functions)));

/** What stands in `rare.ts`. */
const RARE_NAMES: ReadonlySet<string> = new Set([
  "area", "distance", "geofence",
  "digest", "base64-decode",
  "regex",
  "today", "now", "date", "date-time", "decimal-date-time", "decimal-time", "format-date", "format-date-time",
  "count", "count-non-empty", "position", "last", "current", "instance", "indexed-repeat", "randomize", "pulldata",
]);

let rare: ReadonlyMap<string, Definition> | null = null;

/** `prepare` was forgotten: not a rule's fault, so it is never kept as one. */
export class NotPrepared extends Error {
  override name = "NotPrepared";
}

/** What a name stands for; NotPrepared for one of which the code is not here. */
export function functionNamed(name: string): Definition | undefined {
  const found = USUAL.get(name) ?? rare?.get(name);
  if (!found && RARE_NAMES.has(name)) throw new NotPrepared(`${name} is not here yet: prepare() comes before load().`);
  return found;
}

/** Fetch the functions that a version calls and that are not here yet, from its text. Rejects when they cannot be had. */
export async function prepare(version: string): Promise<void> {
  if (rare) return;
  for (const [, name = ""] of version.matchAll(/"call",\s*"([^"]+)"/g)) {
    if (RARE_NAMES.has(name)) return prepareAll();
  }
}

export async function prepareAll(): Promise<void> {
  const { RARE } = await import("./rare");
  const [known, there] = [[...RARE_NAMES].sort().join(), [...RARE.keys()].sort().join()];
  if (known !== there) throw new Error(`rare.ts has ${there}, index.ts expects ${known}.`);
  rare = RARE;
}

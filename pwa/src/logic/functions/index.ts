// All functions an expression may call, by name, and what makes repeats and random orders. The code of most comes when a version needs it.
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
  "substring", "substring-before", "substring-after", "translate", "jr:itext", "uuid", "checklist", "weighted-checklist",
  "pow", "log", "log10", "exp", "exp10", "sqrt", "pi", "sin", "cos", "tan", "asin", "acos", "atan", "atan2",
  "today", "now", "date", "date-time", "decimal-date-time", "decimal-time", "format-date", "format-date-time",
  "count", "count-non-empty", "position", "last", "current", "instance", "indexed-repeat", "randomize", "pulldata",
]);

type Rare = typeof import("./rare");

let rare: Rare | null = null;

/** `prepare` was forgotten: not a rule's fault, so it is never kept as one. */
export class NotPrepared extends Error {
  override name = "NotPrepared";
}

/** What a name stands for; NotPrepared for one of which the code is not here. */
export function functionNamed(name: string): Definition | undefined {
  const found = USUAL.get(name) ?? rare?.RARE.get(name);
  if (!found && RARE_NAMES.has(name)) throw new NotPrepared(`${name} is not here yet: prepare() comes before load().`);
  return found;
}

function prepared(): Rare {
  if (!rare) throw new NotPrepared("Repeats and random orders are not here yet: prepare() comes before load().");
  return rare;
}

/** What makes repeats; NotPrepared when it is not here. */
export const repeating = (): Rare["repeating"] => prepared().repeating;

/** What makes random orders; NotPrepared when it is not here. */
export const arranging = (): Rare["arranging"] => prepared().arranging;

/** Fetch the parts that a version needs and that are not here yet, from its text. Rejects when they cannot be had. */
export async function prepare(version: string): Promise<void> {
  if (rare) return;
  if (/"type":\s*"repeat"|"randomize":\s*"true"/.test(version)) return prepareAll();
  for (const [, name = ""] of version.matchAll(/"call",\s*"([^"]+)"/g)) {
    if (RARE_NAMES.has(name)) return prepareAll();
  }
}

export async function prepareAll(): Promise<void> {
  const parts = await import("./rare");
  const [known, there] = [[...RARE_NAMES].sort().join(), [...parts.RARE.keys()].sort().join()];
  if (known !== there) throw new Error(`rare.ts has ${there}, index.ts expects ${known}.`);
  rare = parts;
}

// All functions an expression may call, by name. The code of the rare ones comes when a version calls one.
import { BOOLEANS } from "./booleans";
import { DATES } from "./dates";
import { type Definition } from "./define";
import { NODESETS } from "./nodesets";
import { NUMBERS } from "./numbers";
import { SELECTS } from "./selects";
import { STRINGS } from "./strings";

const USUAL: ReadonlyMap<string, Definition> = new Map(
  [STRINGS, BOOLEANS, NUMBERS, NODESETS, DATES, SELECTS].flatMap((functions) => Object.entries(functions)),
);

/** What stands in `rare.ts`. */
const RARE_NAMES: ReadonlySet<string> = new Set(["area", "distance", "geofence", "digest", "base64-decode", "regex"]);

let rare: ReadonlyMap<string, Definition> | null = null;

/** What a name stands for. An Error for a rare one that was not prepared: a rule must not fail for that. */
export function functionNamed(name: string): Definition | undefined {
  const found = USUAL.get(name) ?? rare?.get(name);
  if (!found && RARE_NAMES.has(name)) throw new Error(`${name} is not here yet: prepare() comes before load().`);
  return found;
}

/** Fetch the functions that the text of a version may call and that are not here yet. Rejects when they cannot be had. */
export async function prepare(version: string): Promise<void> {
  if (rare || ![...RARE_NAMES].some((name) => version.includes(`"${name}"`))) return;
  await prepareAll();
}

export async function prepareAll(): Promise<void> {
  rare = (await import("./rare")).RARE;
  const [known, there] = [[...RARE_NAMES].sort().join(), [...rare.keys()].sort().join()];
  if (known !== there) throw new Error(`rare.ts has ${there}, index.ts expects ${known}.`);
}

// Functions that not every question set calls, in a piece of their own: most phones answer their first question without it.
import { DATES } from "./dates";
import type { Definition } from "./define";
import { ENCODINGS } from "./encodings";
import { GEO } from "./geo";
import { NODESETS } from "./nodesets";
import { PATTERNS } from "./patterns";

export const RARE: ReadonlyMap<string, Definition> = new Map(
  [DATES, NODESETS, GEO, ENCODINGS, PATTERNS].flatMap((functions) => Object.entries(functions)),
);

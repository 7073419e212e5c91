// Functions that few question sets call, in a piece of their own: most phones answer their first question without it.
import type { Definition } from "./define";
import { ENCODINGS } from "./encodings";
import { GEO } from "./geo";
import { PATTERNS } from "./patterns";

export const RARE: ReadonlyMap<string, Definition> = new Map([GEO, ENCODINGS, PATTERNS].flatMap((functions) => Object.entries(functions)));

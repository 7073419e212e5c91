// Functions and repeats that not every question set has, in a piece of their own: most phones answer their first question without it.
import { CHECKLISTS } from "./checklists";
import { DATES } from "./dates";
import type { Definition } from "./define";
import { ENCODINGS } from "./encodings";
import { GEO } from "./geo";
import { MATHEMATICS } from "./mathematics";
import { NODESETS } from "./nodesets";
import { PATTERNS } from "./patterns";
import { TEXTS } from "./texts";

export const RARE: ReadonlyMap<string, Definition> = new Map(
  [DATES, NODESETS, GEO, ENCODINGS, PATTERNS, TEXTS, MATHEMATICS, CHECKLISTS].flatMap((functions) => Object.entries(functions)),
);

export * as arranging from "../form/arranging";
export * as repeating from "../form/repeating";

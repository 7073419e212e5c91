// All functions an expression may call, by name.
import { BOOLEANS } from "./booleans";
import { DATES } from "./dates";
import { type Definition } from "./define";
import { ENCODINGS } from "./encodings";
import { GEO } from "./geo";
import { NODESETS } from "./nodesets";
import { NUMBERS } from "./numbers";
import { SELECTS } from "./selects";
import { STRINGS } from "./strings";

export const FUNCTIONS: ReadonlyMap<string, Definition> = new Map(
  [STRINGS, BOOLEANS, NUMBERS, NODESETS, DATES, SELECTS, GEO, ENCODINGS].flatMap((functions) => Object.entries(functions)),
);

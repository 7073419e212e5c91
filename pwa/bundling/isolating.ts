// Values within messages that are written from right to left: each is set apart, or its digits and brackets would change places with ours.
import type { Compiled } from "./pseudo.ts";

const [BEGIN, END] = ["\u2068", "\u2069"]; // FIRST STRONG ISOLATE, POP DIRECTIONAL ISOLATE: https://www.unicode.org/reports/tr9/

/** A compiled message in which every value that is put in as it is stands between marks of its own. */
export function isolated(message: Compiled): Compiled {
  return Array.isArray(message) ? message.flatMap(part) : message;
}

/** Text, `0` for `#`, `[name]`, `[name, kind]` or `[name, kind, forms]`. */
function part(one: Compiled): Compiled[] {
  if (!Array.isArray(one)) return [one];
  const [name, kind, forms] = one as unknown[];
  if (kind === undefined) return [BEGIN, one, END];
  if (typeof forms !== "object" || forms === null) return [one];
  return [[name, kind, Object.fromEntries(Object.entries(forms).map(([form, inside]) => [form, isolated(inside)]))]];
}

// Dates in words: the codes of format-date.
import type { Day, Moment } from "./dates";
import { monthName, weekdayName } from "./monthnames";

const padded = (number: number, width = 2): string => String(number).padStart(width, "0");

/** Letters after `%` and what they show; the UTC fields of the date are those of the wall it is read from. */
const CODES: Readonly<Record<string, (date: Date, language: string) => string>> = {
  Y: (date) => padded(date.getUTCFullYear(), 4),
  y: (date) => padded(date.getUTCFullYear() % 100),
  m: (date) => padded(date.getUTCMonth() + 1),
  n: (date) => String(date.getUTCMonth() + 1),
  b: monthName,
  d: (date) => padded(date.getUTCDate()),
  e: (date) => String(date.getUTCDate()),
  H: (date) => padded(date.getUTCHours()),
  h: (date) => String(date.getUTCHours()),
  M: (date) => padded(date.getUTCMinutes()),
  S: (date) => padded(date.getUTCSeconds()),
  3: (date) => padded(date.getUTCMilliseconds(), 3),
  a: weekdayName,
};

/** Fill in a pattern; what is no code stays as written. */
export const formatDate = (date: Day | Moment, pattern: string, language: string): string =>
  pattern.replace(/%([YymnbdeHhMS3a])/g, (_, code: string) => CODES[code]?.(date.wall, language) ?? "");

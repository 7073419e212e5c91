// Dates: reading, writing, and days as numbers.
import type { Context } from "../context";
import { absoluteDays, dateOf, Day, isDated, type Moment, readDate, readTime } from "../dates";
import { formatDate } from "../formatting";
import { readNumber } from "../numerals";
import { RuleError, toText, type Value } from "../values";
import { type Functions, onValues } from "./define";

/** A date out of a date, a number of days, or either in writing; null out of anything else. */
function read(value: Value, offset: number): Day | Moment | null {
  if (isDated(value)) return value;
  if (typeof value === "boolean") return null;
  const text = toText(value);
  const days = typeof value === "number" ? value : readNumber(text);
  return Number.isNaN(days) ? readDate(text, offset) : dateOf(days, offset);
}

/** A blank stays blank; what is no date is an error. */
function asDate(value: Value, offset: number): Value {
  const date = read(value, offset);
  const text = date === null ? toText(value) : "";
  if (text !== "" && text !== "NaN") throw new RuleError("bad_value", `date ${text}`);
  return date ?? "";
}

/** Of a moment, the day its clock showed. */
const dayOf = (date: Value): Value => (isDated(date) && !(date instanceof Day) ? date.day : date);

function format([value = "", pattern = ""]: readonly Value[], { scope }: Context): string {
  const date = read(value, scope.offset);
  return date === null ? "" : formatDate(date, toText(pattern), scope.env.language);
}

function decimalTime(value: Value, offset: number): number {
  const time = readTime(toText(value), offset) ?? readDate(toText(value), offset);
  return time === null || time instanceof Day ? NaN : time.fraction;
}

export const DATES: Functions = {
  today: onValues(0, 0, (_, { scope }) => dayOf(asDate(scope.env.now, 0))),
  now: onValues(0, 0, (_, { scope }) => asDate(scope.env.now, 0)),
  date: onValues(1, 1, ([value = ""], { scope }) => dayOf(asDate(value, scope.offset))),
  "date-time": onValues(1, 1, ([value = ""], { scope }) => asDate(value, scope.offset)),
  "decimal-date-time": onValues(1, 1, ([value = ""], { scope }) => {
    const date = read(value, scope.offset);
    return date === null ? NaN : absoluteDays(date, scope.offset);
  }),
  "decimal-time": onValues(1, 1, ([value = ""], { scope }) => decimalTime(value, scope.offset)),
  "format-date": onValues(2, 2, format),
  "format-date-time": onValues(2, 2, format),
};

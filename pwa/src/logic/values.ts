// What an expression can yield, and how one kind of value becomes another.
import { type Day, isDated, Moment, readDate } from "./dates";
import { readNumber, writeNumber } from "./numerals";

/** Anything a path can stop at: a question, a group, a choice, a row of a list. */
export interface Item {
  readonly name: string;
  readonly parent: Item | null;
  readonly children: readonly Item[];
  /** Only what comes from an XML file has any. */
  readonly attributes?: readonly Item[];
  /** Children of this name, in order. */
  named(name: string): readonly Item[];
  /** The value an expression reads here; a blank is `''`. */
  text(): string;
}

export type Value = string | number | boolean | Day | Moment | readonly Item[];

/** Why one rule could not be evaluated. `code` is for machines, `detail` names the culprit. */
export class RuleError extends Error {
  constructor(
    readonly code: "unknown_function" | "wrong_arguments" | "bad_value" | "bad_tree",
    readonly detail: string,
  ) {
    super(`${code}: ${detail}`);
  }
}

export const isNodes = (value: Value): value is readonly Item[] => Array.isArray(value);

export function toText(value: Value): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return writeNumber(value);
  if (typeof value === "boolean") return String(value);
  if (isDated(value)) return value.text;
  return value[0]?.text() ?? "";
}

/** Read as a number, but let dates stay dates, also those that are still written as text. */
export function toQuantity(value: Value): number | Day | Moment {
  if (typeof value === "number" || isDated(value)) return value;
  if (typeof value === "boolean") return Number(value);
  const text = toText(value);
  if (text === "") return NaN;
  const number = readNumber(text);
  return Number.isNaN(number) ? (readDate(text) ?? NaN) : number;
}

/** Read as a number: dates are days since 1970, a blank or any other text is not a number. */
export function toNumber(value: Value): number {
  const quantity = toQuantity(value);
  return typeof quantity === "number" ? quantity : quantity.days;
}

/** A node counts by its value, not by its existence. */
export function toBoolean(value: Value): boolean {
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value !== 0 && !Number.isNaN(value);
  if (typeof value === "string") return value !== "";
  if (isDated(value)) return true;
  return value.some((item) => item.text() !== "");
}

/** How a result is kept as an answer: not-a-number is blank, and a date or time keeps only its part of a moment. */
export function toAnswer(value: Value, type: string): string {
  if (value instanceof Moment && type === "date") return value.day.text;
  if (value instanceof Moment && type === "time") return value.text.slice(11);
  return Number.isNaN(value) ? "" : toText(value);
}

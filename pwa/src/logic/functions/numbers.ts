// Arithmetic beyond the operators, as far as many question sets call it.
import { roundTo } from "../numerals";
import { isNodes, toNumber, type Value } from "../values";
import { type Functions, onNumbers, onValues, orContext } from "./define";

/** Blanks do not count: a sum over a half-filled repeat is the sum of what is there. */
const present = (args: readonly Value[]): readonly number[] =>
  args
    .flatMap((arg) => (isNodes(arg) ? arg.map((item) => item.text().trim()) : [arg]))
    .filter((value) => value !== "")
    .map(toNumber);

const extreme =
  (pick: (...numbers: number[]) => number) =>
  (args: readonly Value[]): number => {
    const numbers = present(args);
    return numbers.length === 0 ? NaN : numbers.reduce((a, b) => pick(a, b));
  };

export const NUMBERS: Functions = {
  number: onValues(0, 1, (args, context) => toNumber(orContext(args, context))),
  random: onValues(0, 0, (_, { scope }) => scope.env.random()),
  int: onNumbers(1, 1, (number = NaN) => Math.trunc(number)),
  round: onNumbers(1, 2, (number = NaN, digits = 0) => roundTo(number, digits)),
  floor: onNumbers(1, 1, (number = NaN) => Math.floor(number)),
  ceiling: onNumbers(1, 1, (number = NaN) => Math.ceil(number)),
  abs: onNumbers(1, 1, (number = NaN) => Math.abs(number)),
  sum: onValues(1, Infinity, (args) => present(args).reduce((a, b) => a + b, 0)),
  max: onValues(1, Infinity, extreme(Math.max)),
  min: onValues(1, Infinity, extreme(Math.min)),
};

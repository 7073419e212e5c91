// Arithmetic beyond the operators.
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
  pow: onNumbers(2, 2, (base = NaN, power = NaN) => base ** power),
  log: onNumbers(1, 1, (number = NaN) => Math.log(number)),
  log10: onNumbers(1, 1, (number = NaN) => Math.log10(number)),
  exp: onNumbers(1, 1, (number = NaN) => Math.exp(number)),
  exp10: onNumbers(1, 1, (number = NaN) => 10 ** number),
  sqrt: onNumbers(1, 1, (number = NaN) => Math.sqrt(number)),
  pi: onNumbers(0, 0, () => Math.PI),
  sin: onNumbers(1, 1, (number = NaN) => Math.sin(number)),
  cos: onNumbers(1, 1, (number = NaN) => Math.cos(number)),
  tan: onNumbers(1, 1, (number = NaN) => Math.tan(number)),
  asin: onNumbers(1, 1, (number = NaN) => Math.asin(number)),
  acos: onNumbers(1, 1, (number = NaN) => Math.acos(number)),
  atan: onNumbers(1, 1, (number = NaN) => Math.atan(number)),
  atan2: onNumbers(2, 2, (y = NaN, x = NaN) => Math.atan2(y, x)),
};

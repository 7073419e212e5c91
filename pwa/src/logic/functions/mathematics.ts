// Powers, logarithms and angles: what few question sets call.
import { type Functions, onNumbers } from "./define";

export const MATHEMATICS: Functions = {
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

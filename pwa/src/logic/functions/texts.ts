// Functions that make or take apart texts and that few question sets call.
import { toNumber, toText } from "../values";
import { type Functions, onTexts, onValues } from "./define";

const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

const rounded = (number: number): number => Math.floor(number + 0.5);

export const TEXTS: Functions = {
  substring: onValues(2, 3, ([text = "", start = 0, length]) => {
    const from = rounded(toNumber(start));
    const to = length === undefined ? Infinity : from + rounded(toNumber(length));
    return toText(text)
      .split("")
      .filter((_, index) => index + 1 >= from && index + 1 < to)
      .join("");
  }),
  "substring-before": onTexts(2, 2, ([text = "", mark = ""]) => text.slice(0, Math.max(0, text.indexOf(mark)))),
  "substring-after": onTexts(2, 2, ([text = "", mark = ""]) =>
    text.includes(mark) ? text.slice(text.indexOf(mark) + mark.length) : "",
  ),
  translate: onTexts(3, 3, ([text = "", before = "", after = ""]) => {
    const [from, to] = [Array.from(before), Array.from(after)];
    return Array.from(text, (letter) => (from.includes(letter) ? (to[from.indexOf(letter)] ?? "") : letter)).join("");
  }),
  "jr:itext": onValues(1, 1, ([name = ""], { scope }) => scope.itext(toText(name))),
  uuid: onValues(0, 1, ([length], { scope }) => {
    if (length === undefined) return scope.env.uuid();
    const count = Math.min(1000, Math.max(0, Math.trunc(toNumber(length)) || 0));
    return Array.from({ length: count }, () => LETTERS.charAt(Math.floor(scope.env.random() * LETTERS.length))).join("");
  }),
};

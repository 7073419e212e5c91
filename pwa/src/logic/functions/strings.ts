// Functions that make or take apart texts. Positions count UTF-16 units, as all public engines do.
import { toNumber, toText } from "../values";
import { type Functions, members, onTexts, onValues, orContext } from "./define";

const SPACES = /[ \t\r\n]+/g;
const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

const rounded = (number: number): number => Math.floor(number + 0.5);

export const STRINGS: Functions = {
  string: onValues(0, 1, (args, context) => toText(orContext(args, context))),
  concat: onValues(0, Infinity, (args) => members(args).map(toText).join("")),
  join: onValues(1, Infinity, ([glue = "", ...args]) => members(args).map(toText).join(toText(glue))),
  substr: onValues(2, 3, ([text = "", start = 0, end]) =>
    toText(text).slice(toNumber(start), end === undefined ? undefined : toNumber(end)),
  ),
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
  "string-length": onValues(0, 1, (args, context) => toText(orContext(args, context)).length),
  "normalize-space": onValues(0, 1, (args, context) =>
    toText(orContext(args, context)).replace(SPACES, " ").replace(/^ | $/g, ""),
  ),
  contains: onTexts(2, 2, ([text = "", part = ""]) => text.includes(part)),
  "starts-with": onTexts(2, 2, ([text = "", part = ""]) => text.startsWith(part)),
  "ends-with": onTexts(2, 2, ([text = "", part = ""]) => text.endsWith(part)),
  /** Named texts do not travel: labels are resolved when a version is published. */
  "jr:itext": onTexts(1, 1, () => ""),
  uuid: onValues(0, 1, ([length], { scope }) => {
    if (length === undefined) return scope.env.uuid();
    const count = Math.min(1000, Math.max(0, Math.trunc(toNumber(length)) || 0));
    return Array.from({ length: count }, () => LETTERS.charAt(Math.floor(scope.env.random() * LETTERS.length))).join("");
  }),
};

// Functions that make or take apart texts. Positions count UTF-16 units, as all public engines do.
import { toNumber, toText } from "../values";
import { type Functions, members, onTexts, onValues, orContext } from "./define";

const SPACES = /[ \t\r\n]+/g;

export const STRINGS: Functions = {
  string: onValues(0, 1, (args, context) => toText(orContext(args, context))),
  concat: onValues(0, Infinity, (args) => members(args).map(toText).join("")),
  join: onValues(1, Infinity, ([glue = "", ...args]) => members(args).map(toText).join(toText(glue))),
  substr: onValues(2, 3, ([text = "", start = 0, end]) =>
    toText(text).slice(toNumber(start), end === undefined ? undefined : toNumber(end)),
  ),
  "string-length": onValues(0, 1, (args, context) => toText(orContext(args, context)).length),
  "normalize-space": onValues(0, 1, (args, context) =>
    toText(orContext(args, context)).replace(SPACES, " ").replace(/^ | $/g, ""),
  ),
  contains: onTexts(2, 2, ([text = "", part = ""]) => text.includes(part)),
  "starts-with": onTexts(2, 2, ([text = "", part = ""]) => text.startsWith(part)),
  "ends-with": onTexts(2, 2, ([text = "", part = ""]) => text.endsWith(part)),
};

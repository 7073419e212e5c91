// Conditions, and choices between values.
import { toBoolean, toText } from "../values";
import { type Functions, onTexts, onTrees, onValues } from "./define";

export const BOOLEANS: Functions = {
  true: onValues(0, 0, () => true),
  false: onValues(0, 0, () => false),
  not: onValues(1, 1, ([value = ""]) => !toBoolean(value)),
  boolean: onValues(1, 1, ([value = ""]) => toBoolean(value)),
  "boolean-from-string": onTexts(1, 1, ([text = ""]) => text === "true" || text === "1"),
  if: onTrees(3, 3, ([condition, yes, no], context, evaluate) => {
    const chosen = condition !== undefined && toBoolean(evaluate(condition, context)) ? yes : no;
    return chosen === undefined ? "" : evaluate(chosen, context);
  }),
  coalesce: onTrees(1, Infinity, (args, context, evaluate) => {
    for (const arg of args) {
      const value = evaluate(arg, context);
      if (toText(value) !== "" && !Number.isNaN(value)) return value;
    }
    return "";
  }),
  once: onTrees(1, 1, ([first], context, evaluate) => {
    const own = context.current.text();
    return own !== "" || first === undefined ? own : evaluate(first, context);
  }),
};

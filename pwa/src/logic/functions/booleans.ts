// Conditions, choices between values, and counting what holds.
import { toBoolean, toNumber, toText, type Value } from "../values";
import { type Functions, members, onTexts, onTrees, onValues } from "./define";

/** Node-sets count member by member. */
const truths = (values: readonly Value[]): readonly boolean[] => members(values).map(toBoolean);

/** Bounds of a checklist; one below 0 is no bound. */
const within = (count: number, least: number, most: number): boolean =>
  (least < 0 || count >= least) && (most < 0 || count <= most);

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
  checklist: onValues(2, Infinity, ([least = -1, most = -1, ...rest]) =>
    within(truths(rest).filter(Boolean).length, toNumber(least), toNumber(most)),
  ),
  "weighted-checklist": onValues(2, Infinity, ([least = -1, most = -1, ...rest]) => {
    const held = truths(rest.filter((_, index) => index % 2 === 0));
    const weights = members(rest.filter((_, index) => index % 2 === 1));
    const total = weights.reduce<number>((sum, weight, index) => sum + (held[index] === true ? toNumber(weight) : 0), 0);
    return within(total, toNumber(least), toNumber(most));
  }),
};

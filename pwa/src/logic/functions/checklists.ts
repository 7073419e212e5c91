// Counting what holds.
import { toBoolean, toNumber, type Value } from "../values";
import { type Functions, members, onValues } from "./define";

/** Node-sets count member by member. */
const truths = (values: readonly Value[]): readonly boolean[] => members(values).map(toBoolean);

/** Bounds of a checklist; one below 0 is no bound. */
const within = (count: number, least: number, most: number): boolean =>
  (least < 0 || count >= least) && (most < 0 || count <= most);

export const CHECKLISTS: Functions = {
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

// Counting, finding and ordering nodes.
import type { Context } from "../context";
import { type Item, isNodes, RuleError, toNumber, toText, type Value } from "../values";
import { shuffled } from "../shuffle";
import { type Functions, nodes, onTrees, onValues } from "./define";

/** Which of its like-named siblings a node is, from 1. */
const positionOf = (item: Item): number =>
  item.parent === null ? NaN : item.parent.named(item.name).indexOf(item) + 1;

const isInside = (item: Item, ancestor: Item): boolean =>
  item === ancestor || (item.parent !== null && isInside(item.parent, ancestor));

/** indexed-repeat(nodes, repeat, n, …): the nodes inside the n-th of each repeat. */
function indexed([target, ...pairs]: readonly Value[]): readonly Item[] {
  let found = members(target);
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    const wanted = toNumber(pairs[index + 1] ?? NaN);
    const chosen = members(pairs[index]).filter((repeat) => positionOf(repeat) === wanted);
    found = found.filter((item) => chosen.some((repeat) => isInside(item, repeat)));
  }
  return found;
}

const members = (value: Value | undefined): readonly Item[] => (value !== undefined && isNodes(value) ? value : []);

function instanceNamed(name: Value, { scope }: Context): Item {
  const root = scope.instance(toText(name));
  if (root === null) throw new RuleError("bad_value", `instance ${toText(name)}`);
  return root;
}

export const NODESETS: Functions = {
  count: onValues(1, 1, ([found]) => nodes(found).length),
  "count-non-empty": onValues(1, 1, ([found]) => nodes(found).filter((item) => item.text() !== "").length),
  position: onValues(0, 1, ([found], context) => {
    if (found === undefined) return context.position;
    const [item] = nodes(found);
    return item === undefined ? NaN : positionOf(item);
  }),
  last: onValues(0, 0, (_, context) => context.size),
  current: onValues(0, 0, (_, context) => [context.current]),
  instance: onValues(1, 1, ([name = ""], context) => [instanceNamed(name, context)]),
  "indexed-repeat": onTrees(3, 7, (args, context, evaluate) =>
    indexed(args.slice(0, args.length - ((args.length + 1) % 2)).map((arg) => evaluate(arg, context))),
  ),
  randomize: onValues(1, 2, ([found, seed], { scope }) =>
    shuffled(nodes(found), seed === undefined ? scope.env.random() * 2147483647 : toNumber(seed)),
  ),
  pulldata: onValues(4, 4, ([name = "", column = "", key = "", value = ""], context) => {
    const rows = instanceNamed(name, context).children.flatMap((root) => root.children);
    const row = rows.find((each) => each.named(toText(key)).some((cell) => cell.text() === toText(value)));
    return row?.named(toText(column))[0]?.text() ?? "";
  }),
};

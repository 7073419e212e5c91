// Walking the tree of items: axes, node tests, document order.
import { type Item, RuleError } from "./values";

type Axis = (item: Item) => readonly Item[];

function* above(item: Item): Generator<Item> {
  for (let each = item.parent; each !== null; each = each.parent) yield each;
}

function* below(item: Item): Generator<Item> {
  for (const child of item.children) {
    yield child;
    yield* below(child);
  }
}

const siblings = (item: Item): readonly Item[] => item.parent?.children ?? [item];
const before: Axis = (item) => siblings(item).slice(0, siblings(item).indexOf(item)).reverse();
const after: Axis = (item) => siblings(item).slice(siblings(item).indexOf(item) + 1);
const self: Axis = (item) => [item];

const AXES: Readonly<Record<string, Axis>> = {
  child: (item) => item.children,
  parent: (item) => (item.parent === null ? [] : [item.parent]),
  self,
  descendant: (item) => [...below(item)],
  "descendant-or-self": (item) => [item, ...below(item)],
  ancestor: (item) => [...above(item)],
  "ancestor-or-self": (item) => [item, ...above(item)],
  "following-sibling": after,
  "preceding-sibling": before,
  following: (item) => [item, ...above(item)].flatMap(after).flatMap((each) => [each, ...below(each)]),
  preceding: (item) => [item, ...above(item)].flatMap(before).flatMap((each) => [...below(each)].reverse().concat(each)),
  attribute: (item) => item.attributes ?? [],
};

/** Axes that run against document order. */
const BACKWARD = new Set(["ancestor", "ancestor-or-self", "preceding", "preceding-sibling"]);

/** Items one step away, nearest first. RuleError when there is no such axis. */
export function step(item: Item, axis: string, test: string): readonly Item[] {
  if (axis === "child" && test !== "*" && test !== "node()") return item.named(test);
  const found = AXES[axis]?.(item);
  if (found === undefined) throw new RuleError("bad_tree", axis);
  return test === "node()" ? found : found.filter(({ name }) => passes(name, test));
}

/** Names that start with `#` are not elements: the document above the root, and bare text. */
const passes = (name: string, test: string): boolean =>
  test === "*" ? !name.startsWith("#") : name === (test === "text()" ? "#text" : test);

export const runsBackward = (axis: string): boolean => BACKWARD.has(axis);

/** Each item once, in document order. */
export function inOrder(items: readonly Item[]): readonly Item[] {
  const places = new Map([...new Set(items)].map((item) => [item, place(item)] as const));
  return [...places].sort(([, a], [, b]) => earlier(a, b)).map(([item]) => item);
}

/** Indices from the top down to an item. */
function place(item: Item): number[] {
  const indices: number[] = [];
  for (const each of [item, ...above(item)]) indices.unshift(siblings(each).indexOf(each));
  return indices;
}

function earlier(a: readonly number[], b: readonly number[]): number {
  const fork = a.findIndex((index, depth) => index !== b[depth]);
  return fork < 0 ? a.length - b.length : (a[fork] ?? 0) - (b[fork] ?? -1);
}

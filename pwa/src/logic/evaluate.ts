// From a tree to a value: one entry per kind of tree.
import type { Context } from "./context";
import { functionNamed } from "./functions/index";
import { OPERATIONS } from "./operators";
import { inOrder, runsBackward, step } from "./paths";
import type { Operator, Step, Tree } from "./tree";
import { type Item, isNodes, RuleError, toBoolean, toNumber, type Value } from "./values";

type Path = Extract<Tree, readonly ["path", ...unknown[]]>;

/** The value of an expression. Raises RuleError for what only this rule should suffer from. */
export function evaluate(tree: Tree, context: Context): Value {
  switch (tree[0]) {
    case "num":
    case "str":
      return tree[1];
    case "neg":
      return -toNumber(evaluate(tree[1], context));
    case "bin":
      return operate(tree[1], tree[2], tree[3], context);
    case "call":
      return call(tree[1], tree[2], context);
    case "path":
      return follow(tree[1], tree[2], context);
    case "filter":
      return narrow(nodesOf(evaluate(tree[1], context)), tree[2], context);
    default:
      throw new RuleError("bad_tree", tree[0]);
  }
}

function operate(operator: Operator, left: Tree, right: Tree, context: Context): Value {
  const a = evaluate(left, context);
  if (operator === "and") return toBoolean(a) && toBoolean(evaluate(right, context));
  if (operator === "or") return toBoolean(a) || toBoolean(evaluate(right, context));
  const b = evaluate(right, context);
  if (operator === "|") return inOrder([...nodesOf(a), ...nodesOf(b)]);
  const operation = OPERATIONS[operator];
  if (operation === undefined) throw new RuleError("bad_tree", operator);
  return operation(a, b, context.scope.offset);
}

function call(name: string, args: readonly Tree[], context: Context): Value {
  const called = functionNamed(name);
  if (called === undefined) throw new RuleError("unknown_function", name);
  if (args.length < called.least || args.length > called.most) throw new RuleError("wrong_arguments", name);
  return called.run(args, context, evaluate);
}

/** A value without nodes, such as the blank of a missing instance, gives none. */
const nodesOf = (value: Value): readonly Item[] => (isNodes(value) ? value : []);

function startingAt(start: Path[1], context: Context): readonly Item[] {
  if (start === "root") return [context.scope.document];
  return start === "ctx" ? [context.item] : nodesOf(evaluate(start, context));
}

function follow(start: Path[1], steps: readonly Step[], context: Context): readonly Item[] {
  let items = startingAt(start, context);
  for (const step of steps) items = take(items, step[0], step[1], step[2], context);
  return items;
}

/** From one item, as nearly always, nothing has to be put in order. */
function take(from: readonly Item[], axis: string, test: string, predicates: readonly Tree[], context: Context): readonly Item[] {
  const only = from.length === 1 ? from[0] : undefined;
  if (only === undefined) {
    const found = from.flatMap((item) => narrow(step(item, axis, test), predicates, context));
    return axis === "child" ? found : inOrder(found);
  }
  const found = narrow(step(only, axis, test), predicates, context);
  return found.length > 1 && runsBackward(axis) ? [...found].reverse() : found;
}

/** Keep the items every predicate holds for; a number means a position. */
function narrow(items: readonly Item[], predicates: readonly Tree[], context: Context): readonly Item[] {
  if (predicates.length === 0) return items;
  return predicates.reduce(
    (left, predicate) =>
      left.filter((item, index) => {
        const result = evaluate(predicate, { ...context, item, position: index + 1, size: left.length });
        return typeof result === "number" ? result === index + 1 : toBoolean(result);
      }),
    items,
  );
}

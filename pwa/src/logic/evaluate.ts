// From a tree to a value: one entry per kind of tree.
import type { Context } from "./context";
import { functionNamed } from "./functions/index";
import { OPERATIONS } from "./operators";
import { inOrder, runsBackward, step } from "./paths";
import type { Step, Tree } from "./tree";
import { type Item, isNodes, RuleError, toBoolean, toNumber, type Value } from "./values";

type Kind = Tree[0];
type Of<K extends Kind> = Extract<Tree, readonly [K, ...unknown[]]>;
type Evaluators = { readonly [K in Kind]: (tree: Of<K>, context: Context) => Value };

/** The value of an expression. Raises RuleError for what only this rule should suffer from. */
export function evaluate(tree: Tree, context: Context): Value {
  const evaluator = EVALUATORS[tree[0]] as ((tree: Tree, context: Context) => Value) | undefined;
  if (evaluator === undefined) throw new RuleError("bad_tree", tree[0]);
  return evaluator(tree, context);
}

const EVALUATORS: Evaluators = {
  num: ([, number]) => number,
  str: ([, text]) => text,
  neg: ([, operand], context) => -toNumber(evaluate(operand, context)),
  bin: operate,
  call: ([, name, args], context) => {
    const called = functionNamed(name);
    if (called === undefined) throw new RuleError("unknown_function", name);
    if (args.length < called.least || args.length > called.most) throw new RuleError("wrong_arguments", name);
    return called.run(args, context, evaluate);
  },
  path: ([, start, steps], context) => steps.reduce(takeStep(context), startingAt(start, context)),
  filter: ([, filtered, predicates], context) => narrow(nodesOf(evaluate(filtered, context)), predicates, context),
};

function operate([, operator, left, right]: Of<"bin">, context: Context): Value {
  if (operator === "and") return toBoolean(evaluate(left, context)) && toBoolean(evaluate(right, context));
  if (operator === "or") return toBoolean(evaluate(left, context)) || toBoolean(evaluate(right, context));
  const [a, b] = [evaluate(left, context), evaluate(right, context)];
  if (operator === "|") return inOrder([...nodesOf(a), ...nodesOf(b)]);
  const operation = OPERATIONS[operator];
  if (operation === undefined) throw new RuleError("bad_tree", operator);
  return operation(a, b, context.scope.offset);
}

/** A value without nodes, such as the blank of a missing instance, gives none. */
const nodesOf = (value: Value): readonly Item[] => (isNodes(value) ? value : []);

function startingAt(start: Of<"path">[1], context: Context): readonly Item[] {
  if (start === "root") return [context.scope.document];
  return start === "ctx" ? [context.item] : nodesOf(evaluate(start, context));
}

function takeStep(context: Context) {
  return (from: readonly Item[], [axis, test, predicates]: Step): readonly Item[] => {
    const found = from.map((item) => narrow(stepsFrom(item, axis, test), predicates, context));
    const [only] = found;
    if (only !== undefined && found.length === 1) return runsBackward(axis) ? [...only].reverse() : only;
    return axis === "child" ? found.flat() : inOrder(found.flat());
  };
}

function stepsFrom(item: Item, axis: string, test: string): readonly Item[] {
  const found = step(item, axis, test);
  if (found === undefined) throw new RuleError("bad_tree", axis);
  return found;
}

/** Keep the items every predicate holds for; a number means a position. */
function narrow(items: readonly Item[], predicates: readonly Tree[], context: Context): readonly Item[] {
  return predicates.reduce(
    (left, predicate) =>
      left.filter((item, index) => {
        const result = evaluate(predicate, { ...context, item, position: index + 1, size: left.length });
        return typeof result === "number" ? result === index + 1 : toBoolean(result);
      }),
    items,
  );
}

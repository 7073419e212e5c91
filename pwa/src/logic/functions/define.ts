// The four ways a function is written down: on trees, on values, on texts, on numbers.
import type { Context, Eager } from "../context";
import type { Tree } from "../tree";
import { type Item, isNodes, RuleError, toNumber, toText, type Value } from "../values";

export type Evaluate = (tree: Tree, context: Context) => Value;

export interface Definition {
  readonly least: number;
  readonly most: number;
  readonly run: (args: readonly Tree[], context: Context, evaluate: Evaluate) => Value;
}

export type Functions = Readonly<Record<string, Definition>>;

/** Sees its arguments before they are evaluated. */
export const onTrees = (least: number, most: number, run: Definition["run"]): Definition => ({ least, most, run });

export const onValues = (least: number, most: number, run: Eager): Definition =>
  onTrees(least, most, (args, context, evaluate) => run(args.map((arg) => evaluate(arg, context)), context));

export const onTexts = (least: number, most: number, run: (texts: readonly string[]) => Value): Definition =>
  onValues(least, most, (args) => run(args.map(toText)));

export const onNumbers = (least: number, most: number, run: (...numbers: readonly number[]) => Value): Definition =>
  onValues(least, most, (args) => run(...args.map(toNumber)));

/** The argument, or the context node when there is none. */
export const orContext = (args: readonly Value[], context: Context): Value => args[0] ?? [context.item];

/** Every member of node-sets, every other argument as it is. */
export const members = (args: readonly Value[]): readonly Value[] =>
  args.flatMap((arg) => (isNodes(arg) ? arg.map((item) => item.text()) : [arg]));

export function nodes(value: Value | undefined): readonly Item[] {
  if (value !== undefined && isNodes(value)) return value;
  throw new RuleError("bad_value", "nodes");
}

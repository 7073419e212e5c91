// The order of work for a version: one entry per node, each after everything it reads, with the entries that read it.
import { functionNamed } from "../functions/index";
import type { Node, Rule, Tree, Version } from "../tree";
import type { RuleError } from "../values";
import type { Instance } from "./instances";

export type FormRule = Rule | "choice_filter" | "itemset" | "seed" | "repeat_count" | "setvalue";

/** A rule that could not be used, and why. The rest of the form goes on without it. */
export interface Fault {
  readonly rule: FormRule;
  readonly code: RuleError["code"];
  /** The unknown function, or the value that was refused. */
  readonly detail: string;
}

export interface Entry {
  /** Path without positions: the same for every instance of a repeat. */
  readonly path: string;
  readonly node: Node;
  readonly parent: Entry | null;
  readonly children: Entry[];
  /** Entries whose rules read this one or a group around it. */
  readers: readonly Entry[];
  rank: number;
  readonly rules: Partial<Record<FormRule, Tree>>;
  /** Rules left out because they call a function nobody knows. */
  readonly faults: readonly Fault[];
  readonly instances: Instance[];
}

export interface Plan {
  readonly root: Entry;
  /** All entries; one that is read comes before those that read it. */
  readonly ranked: readonly Entry[];
  readonly byPath: ReadonlyMap<string, Entry>;
  readonly hasRepeats: boolean;
}

export function plan(version: Version): Plan {
  const byPath = new Map<string, Entry>();
  const root = enter({ name: version.root, type: "group", children: version.tree }, null, byPath);
  const deps = version.deps ?? {};
  for (const entry of byPath.values()) entry.readers = readersOf(entry, deps[entry.path] ?? NONE, byPath);
  const entries = [...byPath.values()];
  return { root, ranked: rank(entries), byPath, hasRepeats: entries.some(({ node }) => node.type === "repeat") };
}

function enter(node: Node, parent: Entry | null, byPath: Map<string, Entry>): Entry {
  const path = `${parent?.path ?? ""}/${node.name}`;
  const entry: Entry = { path, node, parent, children: [], readers: NONE, rank: 0, ...usable(node), instances: [] };
  byPath.set(path, entry);
  parent?.children.push(entry);
  for (const child of node.children ?? []) enter(child, entry, byPath);
  return entry;
}

const BINDS = ["relevant", "constraint", "calculate", "required", "readonly"] as const;
const NONE: readonly never[] = [];

/** The rules of a node, without those that call an unknown function. */
function usable({ bind, choice_filter, itemset, seed, repeat_count }: Node): Pick<Entry, "rules" | "faults"> {
  const rules: Partial<Record<FormRule, Tree>> = {};
  const faults: Fault[] = [];
  const use = (rule: FormRule, tree: Tree | undefined): void => {
    if (tree === undefined) return;
    const detail = unknownFunction(tree);
    if (detail === undefined) rules[rule] = tree;
    else faults.push({ rule, code: "unknown_function", detail });
  };
  if (bind !== undefined) for (const rule of BINDS) use(rule, bind[rule]);
  use("choice_filter", choice_filter);
  use("itemset", itemset?.nodes);
  use("seed", seed);
  use("repeat_count", repeat_count);
  return { rules, faults };
}

/** The first function in a tree that this engine does not have, even in a branch that may never be taken. */
function unknownFunction(tree: Tree): string | undefined {
  if (tree[0] === "call" && functionNamed(tree[1]) === undefined) return tree[1];
  for (const part of inside(tree)) {
    const found = unknownFunction(part);
    if (found !== undefined) return found;
  }
  return undefined;
}

function inside(tree: Tree): readonly Tree[] {
  switch (tree[0]) {
    case "bin":
      return [tree[2], tree[3]];
    case "neg":
      return [tree[1]];
    case "call":
      return tree[2];
    case "filter":
      return [tree[1], ...tree[2]];
    case "path":
      return [...(typeof tree[1] === "string" ? [] : [tree[1]]), ...tree[2].flatMap((step) => step[2])];
    default:
      return [];
  }
}

/** Who reads an entry: by itself, or with a group around it, whose own readers are known by then. */
function readersOf(entry: Entry, paths: readonly string[], byPath: ReadonlyMap<string, Entry>): readonly Entry[] {
  const inherited = entry.parent?.readers ?? NONE;
  if (paths.length + inherited.length === 0) return NONE;
  const own = paths.flatMap((path) => byPath.get(path) ?? NONE);
  return [...new Set([...own, ...inherited])].filter((reader) => reader !== entry);
}

/** Depth first, then reversed: what is read stands before its readers, groups before what is in them. */
function rank(entries: readonly Entry[]): readonly Entry[] {
  const finished: Entry[] = [];
  const seen = new Set<Entry>();
  const trail: { readonly entry: Entry; readonly after: Entry[] }[] = [];
  const visit = (entry: Entry): void => {
    if (seen.has(entry)) return;
    seen.add(entry);
    trail.push({ entry, after: [...entry.readers, ...entry.children] });
  };
  for (let start = entries.length - 1; start >= 0; start -= 1) {
    const first = entries[start];
    if (first !== undefined) visit(first);
    for (let top = trail.at(-1); top !== undefined; top = trail.at(-1)) {
      const next = top.after.pop();
      if (next !== undefined) visit(next);
      else finished.push((trail.pop() ?? top).entry);
    }
  }
  const ranked = finished.reverse();
  ranked.forEach((entry, index) => (entry.rank = index));
  return ranked;
}

// The order of work for a version: one entry per node, each after everything it reads, with the entries that read it.
import { functionNamed } from "../functions/index";
import type { Node, Rule, Tree, Version } from "../tree";
import type { RuleError } from "../values";

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
  children: readonly Entry[];
  /** Entries whose rules read this one or a group around it. */
  readers: readonly Entry[];
  rank: number;
  readonly rules: Partial<Record<FormRule, Tree>>;
  /** Rules left out because they call a function nobody knows. */
  readonly faults: readonly Fault[];
}

export interface Plan {
  readonly root: Entry;
  /** All entries; one that is read comes before those that read it. */
  readonly ranked: readonly Entry[];
  readonly byPath: ReadonlyMap<string, Entry>;
  readonly hasRepeats: boolean;
}

const plans = new WeakMap<Version, Plan>();

/** The plan of a version, made when it is first asked for: forms that are opened share it, for nothing in it changes. */
export function planOf(version: Version): Plan {
  const made = plans.get(version) ?? plan(version);
  plans.set(version, made);
  return made;
}

function plan(version: Version): Plan {
  const byPath = new Map<string, Entry>();
  const root = enter({ name: version.root, type: "group", children: version.tree }, null, byPath);
  const deps = version.deps ?? {};
  for (const entry of byPath.values()) entry.readers = readersOf(entry, deps[entry.path] ?? NONE, byPath);
  const entries = [...byPath.values()];
  return { root, ranked: rank(entries), byPath, hasRepeats: entries.some(({ node }) => node.type === "repeat") };
}

function enter(node: Node, parent: Entry | null, byPath: Map<string, Entry>): Entry {
  const path = `${parent?.path ?? ""}/${node.name}`;
  const entry: Entry = { path, node, parent, children: NONE, readers: NONE, rank: 0, ...usable(node) };
  byPath.set(path, entry);
  if (node.children) entry.children = node.children.map((child) => enter(child, entry, byPath));
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

/**
 * The first function in a tree that this engine does not have, even in a branch that may never be taken.
 * Whatever a tree is made of, only calls begin with `call`.
 */
function unknownFunction(tree: readonly unknown[]): string | undefined {
  if (tree[0] === "call" && functionNamed(tree[1] as string) === undefined) return tree[1] as string;
  for (const part of tree) {
    const found = Array.isArray(part) ? unknownFunction(part) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Who reads an entry: by itself, or with a group around it, whose own readers are known by then. */
function readersOf(entry: Entry, paths: readonly string[], byPath: ReadonlyMap<string, Entry>): readonly Entry[] {
  const inherited = entry.parent?.readers ?? NONE;
  if (paths.length + inherited.length === 0) return NONE;
  const own = paths.flatMap((path) => byPath.get(path) ?? NONE);
  const all = inherited.length === 0 ? own : [...new Set([...own, ...inherited])];
  return all.filter((reader) => reader !== entry);
}

/** Depth first, then reversed: what is read stands before its readers, groups before what is in them. */
function rank(entries: readonly Entry[]): readonly Entry[] {
  const finished: Entry[] = [];
  const seen = new Set<Entry>();
  const trail: { readonly entry: Entry; readonly after: Entry[] }[] = [];
  const visit = (entry: Entry): void => {
    if (!seen.has(entry)) trail.push({ entry, after: entry.readers.concat(entry.children) });
    seen.add(entry);
  };
  for (const start of [...entries].reverse()) {
    visit(start);
    for (let top = trail.at(-1); top; top = trail.at(-1)) {
      const next = top.after.pop();
      if (next) visit(next);
      else finished.push((trail.pop() ?? top).entry);
    }
  }
  const ranked = finished.reverse();
  ranked.forEach((entry, index) => (entry.rank = index));
  return ranked;
}

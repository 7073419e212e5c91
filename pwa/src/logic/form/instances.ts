// The light tree of nodes that answers live in. Groups have one instance, repeats any number; nothing here evaluates.
import type { ListedChoice } from "../tree";
import type { Item } from "../values";
import type { Entry, Fault, FormRule } from "./plan";

/** What every question shares: nothing is inside it. */
const NOTHING: Instance[] = [];

export class Instance implements Item {
  readonly name: string;
  /** Whether it holds an answer; groups and repeats hold nodes. */
  readonly isLeaf: boolean;
  /** Own path; inside repeats with positions, as in `/data/rep[2]/x`. */
  path: string;
  readonly children: Instance[];
  readonly byName: Map<string, Instance[]> | null;

  /** What was answered or calculated. Kept while the node is not relevant. */
  raw = "";
  /** What expressions read and screens show: `''` while not relevant, and without filtered-out choices. */
  shown = "";
  ownRelevant = true;
  relevant = true;
  ownReadonly = false;
  readonly = false;
  required = false;
  constraintOk = true;
  /** The calculation's last result; only a different one overwrites an answer. */
  result = "";
  /** Restored from storage: the first result is taken note of, not written. */
  restored = false;
  /** Inputs of the calculation changed while the node was not relevant. */
  stale = false;
  /** The choices its filter lets through; null until somebody asks. */
  passing: readonly ListedChoice[] | null = null;
  /** Drawn once for a question that shuffles its choices. */
  seed: number | null = null;
  faults: readonly Fault[];

  constructor(
    readonly entry: Entry,
    readonly parent: Instance | Top,
    position?: number,
  ) {
    this.name = entry.node.name;
    this.path = `${parent.path}/${this.name}${position === undefined ? "" : `[${position}]`}`;
    this.isLeaf = entry.node.children === undefined;
    this.children = this.isLeaf ? NOTHING : [];
    this.byName = this.isLeaf ? null : new Map();
    this.faults = entry.faults;
  }

  named(name: string): readonly Instance[] {
    return this.byName?.get(name) ?? NOTHING;
  }

  text(): string {
    return this.isLeaf ? this.shown : this.children.map((child) => child.text()).join("");
  }

  /** Note why a rule failed; without a fault, that it works. */
  note(rule: FormRule, fault?: Fault): void {
    if (fault === undefined && this.faults.length === 0) return;
    const others = this.faults.filter((each) => each.rule !== rule);
    this.faults = fault === undefined ? others : [...others, fault];
  }

  adopt(child: Instance): void {
    this.children.push(child);
    const namesakes = this.byName?.get(child.name);
    if (namesakes === undefined) this.byName?.set(child.name, [child]);
    else namesakes.push(child);
  }
}

/** The item above the root node, where absolute paths start. */
export class Top implements Item {
  readonly name = "#document";
  readonly path = "";
  readonly parent = null;
  readonly relevant = true;
  readonly readonly = false;
  children: readonly Instance[] = [];

  named(name: string): readonly Instance[] {
    return this.children[0]?.name === name ? this.children : NOTHING;
  }

  text(): string {
    return this.children.map((child) => child.text()).join("");
  }
}

/** Build the instance of an entry with everything in it: one of each repeat at first, none inside a repeat that is added later. */
export function grow(entry: Entry, parent: Instance | Top, first = true): Instance {
  const instance = new Instance(entry, parent, entry.node.type === "repeat" ? 1 : undefined);
  instance.raw = entry.node.default ?? "";
  for (const child of entry.children) if (first || child.node.type !== "repeat") instance.adopt(grow(child, instance, first));
  return instance;
}

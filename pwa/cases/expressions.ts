// Single expressions with the value they should have, each in a document, at a node and in a zone.
import type { Scope } from "../src/logic/context";
import { offsetOf } from "../src/logic/dates";
import { evaluate } from "../src/logic/evaluate";
import { NotPrepared } from "../src/logic/functions/index";
import type { Tree } from "../src/logic/tree";
import { isNodes, toBoolean, toNumber, toText, type Item, type Value } from "../src/logic/values";
import { disagreement, type Outcome } from "./running";

interface Written {
  readonly name: string;
  readonly value?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children?: readonly Written[];
}

interface Case {
  readonly id?: number | string;
  readonly expr: string;
  readonly kind: string;
  readonly expected: unknown;
  readonly doc?: string | null;
  /** With a number at every step; `/` is the document. */
  readonly context: string;
  readonly now: string;
  readonly consensus?: boolean;
  /** null: the text is no expression. */
  readonly tree: Tree | null;
}

export interface Expressions {
  readonly documents: Readonly<Record<string, Written>>;
  readonly cases: readonly Case[];
}

const NOTHING: Written = { name: "#document" };
const CLOSE = 1e-6;

class Made implements Item {
  readonly name: string;
  readonly children: readonly Item[];
  readonly attributes: readonly Item[];
  private readonly value: string;

  constructor(written: Written, readonly parent: Made | null) {
    this.name = written.name;
    this.value = written.value ?? "";
    this.attributes = Object.entries(written.attributes ?? {}).map(([name, value]) => new Made({ name, value }, this));
    this.children = (written.children ?? []).map((child) => new Made(child, this));
  }

  named(name: string): readonly Item[] {
    return this.children.filter((child) => child.name === name);
  }

  text(): string {
    return this.children.length === 0 ? this.value : this.children.map((child) => child.text()).join("");
  }
}

export function runExpressions({ documents, cases }: Expressions): Outcome {
  const asked = cases.filter(({ consensus }) => consensus ?? true);
  const disagreements = asked.flatMap((each) => difference(each, documents[each.doc ?? ""] ?? NOTHING));
  return { passed: asked.length - disagreements.length, disagreements, skipped: cases.length - asked.length };
}

function difference(each: Case, document: Written): string[] {
  const root = new Made(document, null);
  const item = at(root, each.context);
  if (item === undefined) return [disagreement(`case ${each.id ?? "?"}`, `the place ${each.context}`, "there", "missing")];
  const found = answer(each, root, item);
  const isRight = found === undefined ? each.kind === "error" : isExpected(each, found);
  return isRight ? [] : [disagreement(`case ${each.id ?? "?"}`, each.expr, each.expected, found === undefined ? "error" : shown(each.kind, found))];
}

/** undefined where it has none. */
function answer({ tree, now }: Case, root: Item, item: Item): Value | undefined {
  if (tree === null) return undefined;
  const scope: Scope = {
    env: { now, random: Math.random, uuid: () => crypto.randomUUID(), language: "" },
    document: root, offset: offsetOf(now), instance: () => null, choiceLabel: (_, name) => name, itext: () => "",
  };
  try {
    return evaluate(tree, { scope, item, current: item, position: 1, size: 1 });
  } catch (error) {
    if (error instanceof NotPrepared) throw error;
    return undefined;
  }
}

/** undefined where the document has no such place. */
function at(root: Item, path: string): Item | undefined {
  let item: Item | undefined = root;
  for (const [, name = "", place = "1"] of path.matchAll(/\/([^/[]+)(?:\[(\d+)\])?/g)) item = item?.named(name)[Number(place) - 1];
  return item;
}

function pathOf(item: Item): string {
  if (item.parent === null) return "";
  if (item.parent.attributes?.includes(item)) return `${pathOf(item.parent)}/@${item.name}`;
  const name = item.name === "#text" ? "text()" : item.name;
  return `${pathOf(item.parent)}/${name}[${item.parent.named(item.name).indexOf(item) + 1}]`;
}

function shown(kind: string, value: Value): unknown {
  if (kind === "number") return toNumber(value);
  if (kind === "boolean") return toBoolean(value);
  if (kind === "nodeset") return isNodes(value) ? value.map(pathOf) : [];
  return kind === "string-length" ? Array.from(toText(value)).length : toText(value);
}

function isExpected({ kind, expected }: Case, value: Value): boolean {
  const found = shown(kind, value);
  if (kind === "number") return isClose(Number(found), Number(expected));
  if (kind === "string-match") return new RegExp(String(expected), "u").test(String(found));
  return kind !== "error" && JSON.stringify(found) === JSON.stringify(expected);
}

const isClose = (found: number, expected: number): boolean =>
  Object.is(found, expected) || found === expected || Math.abs(found - expected) <= Math.max(CLOSE, CLOSE * Math.max(Math.abs(found), Math.abs(expected)));

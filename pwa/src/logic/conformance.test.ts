// The cases both engines share: every file of tests/conformance is read by pytest and here.
import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import type { Env, Scope } from "./context";
import { offsetOf } from "./dates";
import { evaluate } from "./evaluate";
import { type Form, load, type Values } from "./form";
import { prepareAll } from "./functions/index";
import { add, remove } from "./form/repeating";
import { instanceOf } from "./form/rows";
import type { TextKind, Tree, Version } from "./tree";
import { type Item, isNodes, RuleError, toBoolean, toNumber, toText, type Value } from "./values";

const FOLDER = new URL("../../../tests/conformance/", import.meta.url);

interface Case {
  readonly name: string;
  readonly tree: Tree;
  /** Path → text; the nodes are made. */
  readonly nodes: Readonly<Record<string, string>>;
  readonly context?: string;
  readonly now?: string;
  readonly random?: number;
  readonly language?: string;
  readonly instances?: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
  readonly as: "boolean" | "number" | "string" | "nodeset" | "error";
  readonly expected: unknown;
}

class Made implements Item {
  readonly children: Item[] = [];
  value = "";

  constructor(
    readonly name: string,
    readonly parent: Made | null,
  ) {
    parent?.children.push(this);
  }

  named(name: string): readonly Item[] {
    return this.children.filter((child) => child.name === name);
  }

  text(): string {
    return this.children.length === 0 ? this.value : this.children.map((child) => child.text()).join("");
  }
}

/** A node's place in words; siblings of one name are counted from 1. */
function placeOf(item: Item): string {
  if (item.parent === null) return "";
  const twins = item.parent.named(item.name);
  return `${placeOf(item.parent)}/${item.name}${twins.length > 1 ? `[${twins.indexOf(item) + 1}]` : ""}`;
}

/** The node at a path such as `/data/rep[2]/x`, made where it is missing. */
function at(root: Made, path: string): Made {
  let node: Made = root;
  for (const [, name = "", place = "1"] of path.matchAll(/\/([^/[]+)(?:\[(\d+)\])?/g)) {
    while (node.named(name).length < Number(place)) new Made(name, node);
    node = node.named(name)[Number(place) - 1] as Made;
  }
  return node;
}

function asked(each: Case): Value {
  const root = new Made("#document", null);
  for (const [path, text] of Object.entries(each.nodes)) at(root, path).value = text;
  const now = each.now ?? "2026-03-15T10:20:30.000+00:00";
  const scope: Scope = {
    env: { now, random: () => each.random ?? 0.5, uuid: () => "00000000-0000-4000-8000-000000000000", language: each.language ?? "en" },
    document: root,
    offset: offsetOf(now),
    instance: (name) => (each.instances?.[name] === undefined ? null : instanceOf(each.instances[name])),
    choiceLabel: () => "", itext: () => "",
  };
  const item = each.context === undefined ? root : at(root, each.context);
  return evaluate(each.tree, { scope, item, current: item, position: 1, size: 1 });
}

function shown(kind: Case["as"], value: Value): unknown {
  if (kind === "boolean") return toBoolean(value);
  if (kind === "nodeset") return isNodes(value) ? value.map(placeOf) : [];
  const number = toNumber(value);
  return kind === "number" && Number.isFinite(number) ? number : toText(kind === "number" ? number : value);
}

function check(each: Case): void {
  if (each.as === "error") {
    expect(() => asked(each)).toThrow(RuleError);
    return;
  }
  const found = shown(each.as, asked(each));
  if (typeof found !== "number") expect(found).toEqual(each.expected);
  else expect(Math.abs(found - Number(each.expected))).toBeLessThanOrEqual(1e-12 * Math.abs(found));
}

interface FormCase {
  readonly name: string;
  readonly version: Version;
  readonly saved?: Values;
  readonly steps: readonly (readonly [verb: string, first?: string, second?: string])[];
  /** Path → what is asked about it; only the keys named are compared. */
  readonly expected: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly texts?: Readonly<Record<string, Partial<Record<TextKind, string>>>>;
  readonly labels?: Readonly<Record<string, readonly string[]>>;
  readonly faults?: readonly (readonly [path: string, rule: string])[];
  readonly changed?: readonly string[];
  readonly values?: Values;
}

type World = { -readonly [K in keyof Env]: Env[K] };

function step(form: Form, world: World, [verb, first = "", second = ""]: FormCase["steps"][number]): ReadonlySet<string> {
  if (verb === "set") return form.set(first, second);
  if (verb === "finish") return form.finish();
  if (verb === "add") return add(form, first);
  if (verb === "remove") return remove(form, first);
  world[verb === "now" ? "now" : "language"] = first;
  return verb === "now" ? new Set() : form.refresh();
}

/** Under the names the cases use. */
function told(form: Form, path: string): Readonly<Record<string, unknown>> {
  const { constraintOk, ...state } = form.get(path);
  return { ...state, constraint_ok: constraintOk, choices: form.choices(path).map(({ name }) => name) };
}

function checkForm(each: FormCase): void {
  const world: World = { now: "2026-03-15T10:20:30.000+01:00", random: () => 0.5, uuid: () => "00000000-0000-4000-8000-000000000000", language: "en" };
  const form = load(each.version, world, each.saved);
  let changed: ReadonlySet<string> = new Set();
  for (const one of each.steps) changed = step(form, world, one);
  for (const [path, expected] of Object.entries(each.expected)) expect(told(form, path), path).toMatchObject(expected);
  const faults = form.paths().flatMap((path) => form.get(path).faults.map(({ rule }) => [path, rule]));
  expect(faults).toEqual(each.faults ?? []);
  expect([...changed].sort()).toEqual((each.changed ?? [...changed]).toSorted());
  expect(form.values()).toEqual(each.values ?? form.values());
  checkWords(form, each);
}

function checkWords(form: Form, { texts = {}, labels = {} }: FormCase): void {
  for (const [path, kinds] of Object.entries(texts)) {
    for (const [kind, text] of Object.entries(kinds)) expect(form.text(path, kind as TextKind)).toBe(text);
  }
  for (const [path, words] of Object.entries(labels)) expect(form.choices(path).map(({ label }) => label)).toEqual(words);
}

beforeAll(prepareAll);

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"));

const files = (kind: string): readonly string[] => readdirSync(FOLDER).filter((name) => name.includes(kind) && name.endsWith(".json"));

test("there are shared cases", () => expect([...files("expressions"), ...files("forms")]).toEqual(expect.arrayContaining(["expressions.json", "forms.json"])));

describe.each(files("expressions"))("%s", (file) => {
  test.each(read(file) as Case[])("$name", check);
});

describe.each(files("forms"))("%s", (file) => {
  test.each(read(file) as FormCase[])("$name", checkForm);
});

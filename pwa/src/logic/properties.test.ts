// What must hold for any form and any answers, tried on forms that fast-check makes up.
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Form, load, type Node, type Tree, type Version } from "./index";
import { matches } from "./patterns/index";

const env = { now: "2026-03-15T10:20:30.000+01:00", random: () => 0.5, uuid: () => "id", language: "en" };

const child = (name: string) => ["child", name, []] as const;
const at = (path: string): Tree => ["path", "root", path.split("/").slice(1).map(child)];
const column = (name: string): Tree => ["path", "ctx", [child(name)]];

/** A question that reads up to two earlier ones, on which it may depend in several ways. */
interface Plan {
  readonly kind: "asked" | "calculated" | "filtered";
  readonly reads: readonly [number, number];
  readonly isConditional: boolean;
  readonly isGrouped: boolean;
}

const plans = fc.array(
  fc.record<Plan>({
    kind: fc.constantFrom("asked", "calculated", "filtered"),
    reads: fc.tuple(fc.nat(100), fc.nat(100)),
    isConditional: fc.boolean(),
    isGrouped: fc.boolean(),
  }),
  { minLength: 2, maxLength: 12 },
);

/** The first question is always asked and stands alone: the group depends on it. */
function versionOf(made: readonly Plan[], isReversed: boolean): Version {
  const paths = made.map(({ isGrouped }, index) => (isGrouped && index > 0 ? `/data/g/q${index}` : `/data/q${index}`));
  const deps: Record<string, string[]> = { "/data/q0": ["/data/g"] };
  const nodes = made.map((plan, index) => ({ plan, index, node: nodeOf(plan, index, paths, deps) }));
  if (isReversed) nodes.reverse();
  const inGroup = nodes.filter(({ plan, index }) => plan.isGrouped && index > 0).map(({ node }) => node);
  const outside = nodes.filter(({ plan, index }) => !plan.isGrouped || index === 0).map(({ node }) => node);
  const group: Node = { name: "g", type: "group", bind: { relevant: ["bin", "!=", at("/data/q0"), ["str", "2"]] }, children: inGroup };
  return {
    schema: 1, id: "made", title: "Made", root: "data", languages: [{ code: "en", name: "English" }], default_language: "en",
    tree: inGroup.length === 0 ? outside : isReversed ? [group, ...outside] : [...outside, group],
    lists: { numbers: ["1", "2", "3", "4"].map((name) => ({ name, columns: { parity: String(Number(name) % 2) } })) },
    deps,
  };
}

function nodeOf({ kind, reads, isConditional }: Plan, index: number, paths: readonly string[], deps: Record<string, string[]>): Node {
  const name = `q${index}`;
  if (index === 0) return { name, type: "integer" };
  const [first, second] = reads.map((read) => paths[read % index] ?? "") as [string, string];
  const use = (path: string): Tree => {
    const readers = (deps[path] ??= []);
    if (!readers.includes(paths[index] ?? "")) readers.push(paths[index] ?? "");
    return at(path);
  };
  const relevant = isConditional ? { relevant: ["bin", "<", use(second), ["num", 3]] as Tree } : {};
  const sum: Tree = ["bin", "+", ["call", "coalesce", [use(first), ["num", 0]]], ["call", "string-length", [use(second)]]];
  if (kind === "calculated") return { name, type: "calculate", bind: { ...relevant, calculate: sum } };
  if (kind === "asked") return { name, type: "integer", bind: { ...relevant, constraint: ["bin", "<=", column("none"), use(first)], required: ["bin", "=", use(second), ["str", "1"]] } };
  const even: Tree = ["bin", "=", column("parity"), ["bin", "mod", ["call", "string-length", [use(first)]], ["num", 2]]];
  return { name, type: "select_multiple", list: "numbers", choice_filter: even, bind: relevant };
}

const answers = fc.array(fc.tuple(fc.nat(100), fc.constantFrom("", "1", "2", "3", "1 2", "2 4")), { maxLength: 15 });

const statesOf = (form: Form): Readonly<Record<string, unknown>> =>
  Object.fromEntries(form.paths().map((path) => [path, { ...form.get(path), choices: form.choices(path) }]));

const asked = (form: Form): readonly string[] => form.paths().filter((path) => !["calculate", "group"].includes(form.node(path).type));

test("a form brought up to date answer by answer is the form opened with all of them", () => {
  fc.assert(
    fc.property(plans, fc.boolean(), answers, (made, isReversed, given) => {
      const version = versionOf(made, isReversed);
      const form = load(version, env);
      const open = asked(form);
      for (const [place, value] of given) form.set(open[place % open.length] ?? "", value);
      expect(statesOf(load(version, env, form.values()))).toEqual(statesOf(form));
    }),
    { numRuns: 300 },
  );
});

test("the order in which questions are answered does not matter", () => {
  fc.assert(
    fc.property(plans, fc.boolean(), fc.array(fc.constantFrom("", "1", "2", "1 2"), { minLength: 12, maxLength: 12 }), (made, isReversed, given) => {
      const version = versionOf(made, isReversed);
      const [forwards, backwards] = [load(version, env), load(version, env)];
      const all = asked(forwards).map((path, place) => [path, given[place] ?? ""] as const);
      for (const [path, value] of all) forwards.set(path, value);
      for (const [path, value] of all.toReversed()) backwards.set(path, value);
      expect(statesOf(backwards)).toEqual(statesOf(forwards));
    }),
    { numRuns: 300 },
  );
});

test("an answer names exactly the paths whose state it changes, and its own", () => {
  fc.assert(
    fc.property(plans, fc.boolean(), answers, (made, isReversed, given) => {
      const form = load(versionOf(made, isReversed), env);
      const open = asked(form);
      for (const [place, value] of given) {
        const path = open[place % open.length] ?? "";
        const before = statesOf(form);
        const isNew = form.values()[path] !== value;
        const changed = form.set(path, value);
        const after = statesOf(form);
        const different = form.paths().filter((each) => JSON.stringify(before[each]) !== JSON.stringify(after[each]));
        expect([...changed].sort()).toEqual([...new Set([...different, ...(isNew ? [path] : [])])].sort());
      }
    }),
    { numRuns: 300 },
  );
});

const pattern = fc.letrec<{ part: string }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom("a", "b", "1", ".", "[a-c]", "[^a]", "\\d", "\\w", "\\.", "^", "$"),
    fc.tuple(tie("part"), tie("part")).map(([a, b]) => a + b),
    fc.tuple(tie("part"), tie("part")).map(([a, b]) => `(${a}|${b})`),
    fc.tuple(tie("part"), fc.constantFrom("*", "+", "?", "{2}", "{1,2}", "{1,}", "*?")).map(([a, count]) => `(?:${a})${count}`),
  ),
})).part;

test("patterns match what the language's own regular expressions match", () => {
  fc.assert(
    fc.property(pattern, fc.array(fc.constantFrom("a", "b", "c", "1", ".", " "), { maxLength: 6 }), (source, letters) => {
      const text = letters.join("");
      expect(matches(source, text)).toBe(new RegExp(`^(?:${source})$`, "u").test(text));
    }),
    { numRuns: 2000 },
  );
});

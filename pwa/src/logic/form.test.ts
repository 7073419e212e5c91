// A form as its screens use it. Expression cases and whole forms shared with the server are in conformance.test.ts.
import { beforeAll, expect, test } from "vitest";
import { answerStates, type Env, load, type Node, prepareAll, questions, repeating, type Tree, type Version } from "./index";

beforeAll(prepareAll);

const env: Env = {
  now: "2026-03-15T10:20:30.000+01:00",
  random: () => 0.5,
  uuid: () => "00000000-0000-4000-8000-000000000000",
  language: "en",
};

const at = (path: string): Tree => ["path", "root", path.split("/").slice(1).map((name) => ["child", name, []] as const)];
const own: Tree = ["path", "ctx", [["self", "node()", []]]];
const equals = (path: string, text: string): Tree => ["bin", "=", at(path), ["str", text]];

function version(tree: readonly Node[], rest: Partial<Version> = {}): Version {
  return {
    schema: 1,
    id: "story",
    title: "Story",
    root: "data",
    languages: [{ code: "en", name: "English" }, { code: "es", name: "Español" }],
    default_language: "en",
    tree,
    ...rest,
  };
}

const shifts = version(
  [
    { name: "works", type: "select_one", list: "yes_no", bind: { required: ["call", "true", []] } },
    {
      name: "week",
      type: "group",
      appearance: "w1 field-list",
      bind: { relevant: equals("/data/works", "yes") },
      children: [
        { name: "hours", type: "integer", bind: { constraint: ["bin", "<=", own, ["num", 80]] }, default: "40" },
        { name: "days", type: "decimal", bind: { calculate: ["bin", "div", at("/data/week/hours"), ["num", 8]] } },
        {
          name: "late",
          type: "note",
          label: { en: ["You work ", { out: at("/data/week/days") }, " days"], es: ["Trabajas ", { out: at("/data/week/days") }] },
          hint: { en: ["on average"] },
        },
      ],
    },
    { name: "region", type: "select_one", list: "regions" },
    { name: "town", type: "select_one", list: "towns", choice_filter: ["bin", "=", ["path", "ctx", [["child", "region", []]]], at("/data/region")] },
    { name: "double", type: "calculate", bind: { calculate: ["bin", "*", at("/data/week/days"), ["num", 2]] } },
  ],
  {
    lists: {
      yes_no: [{ name: "yes", label: { en: ["Yes"], es: ["Sí"] } }, { name: "no", label: { en: ["No"] } }],
      regions: [{ name: "n" }, { name: "s" }],
      towns: [{ name: "a", columns: { region: "n" } }, { name: "b", columns: { region: "s" } }],
    },
    order: ["/data/week/days", "/data/double"],
    deps: {
      "/data/works": ["/data/week"],
      "/data/week/hours": ["/data/week/hours", "/data/week/days"],
      "/data/week/days": ["/data/double"],
      "/data/region": ["/data/town"],
    },
  },
);

test("a group that is not relevant hides its answers and gives them back", () => {
  const form = load(shifts, env);
  expect(form.get("/data/week/hours")).toMatchObject({ value: "", relevant: false });
  form.set("/data/works", "yes");
  form.set("/data/week/hours", "32");
  expect(form.get("/data/double").value).toBe("8");
  expect(form.set("/data/works", "no")).toContain("/data/week/hours");
  expect(form.get("/data/week/hours").value).toBe("");
  expect(form.get("/data/double").value).toBe("");
  form.set("/data/works", "yes");
  expect(form.get("/data/week/hours").value).toBe("32");
  expect(form.get("/data/double").value).toBe("8");
});

test("a change names every path whose state is different now, and no other", () => {
  const form = load(shifts, env);
  form.set("/data/works", "yes");
  expect([...form.set("/data/week/hours", "90")].sort()).toEqual(["/data/double", "/data/week/days", "/data/week/hours"]);
  expect(form.get("/data/week/hours").constraintOk).toBe(false);
  expect(form.set("/data/week/hours", "90")).toEqual(new Set());
});

test("a calculation overwrites an edited answer only when its result changes", () => {
  const form = load(shifts, env);
  form.set("/data/works", "yes");
  form.set("/data/week/days", "3");
  form.set("/data/works", "no");
  form.set("/data/works", "yes");
  expect(form.get("/data/week/days").value).toBe("3");
  const later = load(shifts, env, form.values());
  expect(later.get("/data/week/days").value).toBe("3");
  later.set("/data/week/hours", "16");
  expect(later.get("/data/week/days").value).toBe("2");
});

test("a chosen town that is filtered out reads as blank and comes back", () => {
  const form = load(shifts, env);
  form.set("/data/region", "n");
  expect(form.choices("/data/town").map(({ name }) => name)).toEqual(["a"]);
  form.set("/data/town", "a");
  expect(form.set("/data/region", "s")).toContain("/data/town");
  expect(form.get("/data/town").value).toBe("");
  expect(form.choices("/data/town").map(({ name }) => name)).toEqual(["b"]);
  form.set("/data/region", "n");
  expect(form.get("/data/town").value).toBe("a");
});

test("texts show values, and fall back to the default language one by one", () => {
  const form = load(shifts, env);
  form.set("/data/works", "yes");
  expect(form.text("/data/week/late", "label")).toBe("You work 5 days");
  expect(form.text("/data/week/late", "label", "es")).toBe("Trabajas 5");
  expect(form.text("/data/week/late", "hint", "es")).toBe("on average");
  expect(form.text("/data/week/late", "guidance_hint", "es")).toBe("");
  expect(form.choices("/data/works", "es").map(({ label }) => label)).toEqual(["Sí", "No"]);
});

test("an unknown function disables its rule and nothing else", () => {
  const broken: Tree = ["bin", "or", ["call", "true", []], ["call", "frobnicate", []]];
  const form = load(version([{ name: "a", type: "text", bind: { relevant: ["call", "not", [broken]], required: ["call", "true", []] } }]), env);
  expect(form.get("/data/a")).toEqual({
    value: "",
    relevant: true,
    required: true,
    readonly: false,
    constraintOk: true,
    faults: [{ rule: "relevant", code: "unknown_function", detail: "frobnicate" }],
  });
});

test("two interviews of one version are strangers to each other", () => {
  const trips = version([{ name: "trip", type: "repeat", children: [{ name: "to", type: "text" }] }]);
  const [one, other] = [load(trips, env), load(trips, env)];
  repeating().add(one, "/data/trip");
  one.set("/data/trip[1]/to", "Harbour");
  expect(one.values()).toEqual({ "/data/trip[1]/to": "Harbour", "/data/trip[2]/to": "" });
  expect(other.values()).toEqual({ "/data/trip[1]/to": "" });
  other.set("/data/trip[1]/to", "Market");
  expect(one.get("/data/trip[1]/to").value).toBe("Harbour");
});

test("what is kept at some paths is asked for without the rest, what a count has set aside included", () => {
  const trips = version(
    [{ name: "many", type: "integer", default: "2" }, { name: "trip", type: "repeat", repeat_count: at("/data/many"), children: [{ name: "to", type: "text" }] }],
    { deps: { "/data/many": ["/data/trip"] } },
  );
  const form = load(trips, env);
  form.set("/data/trip[2]/to", "Harbour");
  form.set("/data/many", "1");
  expect(form.paths()).not.toContain("/data/trip[2]/to");
  expect(form.values(new Set(["/data/many", "/data/trip[1]", "/data/trip[2]/to", "/data/none"]))).toEqual({ "/data/many": "1", "/data/trip[2]/to": "Harbour" });
});

test("first-load values are set once and kept when the interview goes on", () => {
  const dated = version([{ name: "day", type: "date" }, { name: "start", type: "start" }, { name: "end", type: "end" }], {
    setvalues: [{ event: "odk-instance-first-load", ref: "/data/day", value: ["call", "today", []] }],
  });
  const first = load(dated, env);
  expect(first.values()).toEqual({ "/data/day": "2026-03-15", "/data/start": "2026-03-15T10:20:30.000+01:00", "/data/end": "" });
  const later = load(dated, { ...env, now: "2026-03-16T08:00:00.000+01:00" }, first.values());
  later.finish();
  expect(later.values()).toMatchObject({ "/data/day": "2026-03-15", "/data/end": "2026-03-16T08:00:00.000+01:00" });
});

test("questions stand in order with their groups; calculations are not asked", () => {
  const places = questions(load(shifts, env)).map(({ path, groups, fieldList }) => [path, groups, fieldList]);
  expect(places).toEqual([
    ["/data/works", [], null],
    ["/data/week/hours", ["/data/week"], "/data/week"],
    ["/data/week/days", ["/data/week"], "/data/week"],
    ["/data/week/late", ["/data/week"], "/data/week"],
    ["/data/region", [], null],
    ["/data/town", [], null],
  ]);
});

test("five reasons for no answer are told apart", () => {
  const form = load(shifts, env);
  form.set("/data/works", "yes");
  form.set("/data/region", "n");
  form.set("/data/week/days", "");
  const seen = new Set(["/data/works", "/data/week/hours", "/data/week/days", "/data/region"]);
  const states = answerStates(form, { seen, declined: new Map([["/data/region", "rather_not_say"]]) });
  expect(Object.fromEntries(states)).toEqual({
    "/data/works": "answered",
    "/data/week/hours": "answered",
    "/data/week/days": "skipped",
    "/data/region": "rather_not_say",
    "/data/town": "not_reached",
  });
  form.set("/data/works", "no");
  expect(answerStates(form, { seen, declined: new Map() }).get("/data/week/days")).toBe("not_asked");
});

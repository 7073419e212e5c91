// Functions that come later: a version waits for those it calls.
import { expect, test } from "vitest";
import { type Env, load, prepare, type Tree, type Version } from "./index";

const env: Env = { now: "2026-03-15T10:20:30.000+01:00", random: () => 0.5, uuid: () => "", language: "en" };
const blank: Version = { schema: 1, id: "x", title: "x", root: "data", languages: [], default_language: "en", tree: [] };
const pattern: Tree = ["call", "regex", [["str", "a1"], ["str", "[a-z][0-9]"]]];
const calculated: Version = { ...blank, tree: [{ name: "a", type: "calculate", bind: { calculate: pattern } }] };
const set: Version = { ...blank, tree: [{ name: "a", type: "text" }], setvalues: [{ event: "odk-instance-first-load", ref: "/data/a", value: pattern }] };

test("a version is not loaded before the functions it calls are here: that would look like a rule that fails", async () => {
  for (const version of [calculated, set]) expect(() => load(version, env)).toThrow("regex is not here yet");
  await prepare(JSON.stringify({ ...blank, title: "regex and today" }));
  expect(() => load(calculated, env)).toThrow("regex is not here yet");
  await prepare(JSON.stringify(calculated, null, 1));
  expect(load(calculated, env).get("/data/a").value).toBe("true");
  expect(load(set, env).get("/data/a").value).toBe("true");
});

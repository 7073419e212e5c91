// Interviews of invented forms, played step by step: what everything is after each, and once one is taken
// up again. The server plays the same ones.
import type { Env } from "../src/logic/context";
import { load, type Form } from "../src/logic/form";
import { add, remove } from "../src/logic/form/repeating";
import { prepareAll } from "../src/logic/functions/index";
import type { Version } from "../src/logic/tree";

export interface Interview {
  readonly version: Version;
  readonly steps: readonly (readonly [verb: string, place: string, value?: string])[];
}

const UUID = "00000000-0000-4000-8000-000000000000";

export async function play(interviews: readonly Interview[]): Promise<unknown> {
  await prepareAll();
  return interviews.map(states);
}

function states({ version, steps }: Interview): readonly unknown[] {
  const env = { now: "2026-03-15T10:20:30.000+00:00", random: () => 0.5, uuid: () => UUID, language: version.default_language };
  const form = load(version, env);
  const played = [told(form, new Set()), ...steps.map(([verb, place, value = ""]) => told(form, take(form, env, verb, place, value)))];
  const again = load(version, { ...env, language: version.default_language }, form.values());
  return [...played, told(again, new Set())];
}

function take(form: Form, env: Env & { language: string }, verb: string, place: string, value: string): ReadonlySet<string> {
  if (verb === "set") return form.set(place, value);
  if (verb === "add") return add(form, place);
  if (verb === "remove") return remove(form, place);
  env.language = place;
  return form.refresh();
}

function told(form: Form, changed: ReadonlySet<string>): unknown {
  const paths = form.paths();
  return {
    nodes: Object.fromEntries(paths.map((path) => [path, node(form, path)])),
    values: form.values(),
    faults: [...new Set(paths.flatMap((path) => form.get(path).faults.map(({ rule }) => `${path} ${rule}`)))].sort(),
    changed: [...changed].sort(),
  };
}

function node(form: Form, path: string): unknown {
  const { value, relevant, required, readonly, constraintOk } = form.get(path);
  const { list, itemset } = form.node(path);
  const state = { v: value, rel: relevant, req: required, ro: readonly, bad: !constraintOk, label: form.text(path, "label") };
  const hasChoices = itemset !== undefined || (list !== undefined && form.version.lists?.[list] !== undefined);
  return hasChoices ? { ...state, options: form.choices(path).map(({ name }) => name) } : state;
}

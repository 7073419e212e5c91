// States of forms recorded from another engine: after the same answers our form should be in the same state.
import { load, type Form } from "../src/logic/form";
import { add, remove } from "../src/logic/form/repeating";
import type { Version } from "../src/logic/tree";
import { disagreement, type Outcome } from "./running";

/** What was recorded of one node; a key that is missing is false. */
interface State {
  readonly v: string;
  readonly rel: boolean;
  readonly [key: string]: unknown;
}

interface Run {
  readonly steps: readonly (readonly [verb: string, path: string, value?: string])[];
  readonly state: Readonly<Record<string, State>>;
}

export interface Recording {
  readonly version: Version;
  readonly recording: { readonly clock: string; readonly preload?: Readonly<Record<string, string>>; readonly runs: readonly Run[] };
}

const ONLY_WHILE_RELEVANT = new Set(["v", "req", "ro", "options"]);

export function runRecording({ version, recording }: Recording): Outcome {
  const told = new Set(Object.values(recording.preload ?? {}));
  const now = recording.clock.replace("Z", ".000+00:00");
  let passed = 0;
  const disagreements = recording.runs.flatMap((run, index) => {
    const form = opened(version, now, run);
    const different = Object.entries(run.state).flatMap(([path, state]) => difference(form, path, state, told, `run ${index + 1}`).slice(0, 1));
    passed += Object.keys(run.state).length - different.length;
    return different;
  });
  return { passed, disagreements, skipped: 0 };
}

function opened(version: Version, now: string, run: Run): Form {
  const form = load(version, { now, random: () => 0.5, uuid: () => crypto.randomUUID(), language: version.default_language });
  for (const [verb, path, value = ""] of run.steps) {
    if (verb === "add") add(form, path);
    else if (verb === "remove") remove(form, path);
    else if (form.paths().includes(path)) form.set(path, value);
  }
  return form;
}

function difference(form: Form, path: string, recorded: State, told: ReadonlySet<string>, where: string): string[] {
  if (path.includes("/meta/") || told.has(recorded.v)) return [];
  if (!form.paths().includes(path)) return [disagreement(where, `${path} there`, true, false)];
  return Object.entries(stateOf(form, path)).flatMap(([key, value]) => {
    const expected = recorded[key] ?? false;
    if ((!recorded.rel && ONLY_WHILE_RELEVANT.has(key)) || isSame(value, expected)) return [];
    return [disagreement(where, `${path} ${key}`, expected, value)];
  });
}

function stateOf(form: Form, path: string): Record<string, unknown> {
  const { value, relevant, required, readonly, constraintOk } = form.get(path);
  const told: Record<string, unknown> = {
    v: value, rel: relevant, req: required, ro: readonly, bad_constraint: !constraintOk, missing: required && relevant && value === "",
  };
  const { list } = form.node(path);
  if (list !== undefined && form.version.lists?.[list]) told["options"] = form.choices(path).map(({ name }) => name);
  return told;
}

/** Compare, words of digits as numbers. */
function isSame(ours: unknown, recorded: unknown): boolean {
  if (JSON.stringify(ours) === JSON.stringify(recorded)) return true;
  if (typeof ours !== "string" || typeof recorded !== "string") return false;
  const [mine, theirs] = [words(ours), words(recorded)];
  const agrees = (word: string, place: number) => word === theirs[place] || Number(word) === Number(theirs[place]);
  return mine.length > 0 && mine.length === theirs.length && mine.every(agrees);
}

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

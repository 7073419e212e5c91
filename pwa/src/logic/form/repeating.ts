// How many repeats there are: as a count says, as answers that were kept need them, or one more, one fewer.
import type { Form } from "../form";
import type { SetValue } from "../tree";
import { toAnswer, toNumber } from "../values";
import { grow, Instance, type Top } from "./instances";
import type { Model } from "./model";
import type { Entry } from "./plan";
import { seriesAt } from "./series";
import type { Settling } from "./settling";

export { standing, walk } from "./series";

/** More than so many repeats in a row are a slip of the finger, and would bring a phone to a stand. */
const MOST = 1_000;

/** What a smaller count has taken away, by the instance around it and the entry: it comes back with a larger one. */
const setAside = new WeakMap<Model, Map<Instance, Map<Entry, Instance[]>>>();

/** Interviews taken up again: what stands in their repeats was answered. */
const takenUp = new WeakSet<Model>();

/** What a form would have opened with, but for a count: nobody has answered in it, and it begins when it comes. */
const unbegun = new WeakSet<Instance>();

/** How many repeats there are at a path such as `/data/trip` or `/data/trip[2]/leg`. RangeError for any other path. */
export function count(form: Form, series: string): number {
  const [parent, entry] = seriesAt(form.inside.model, series);
  return twins(parent, entry).length;
}

/** Add a repeat behind the others; the paths that are new or whose state is different now. */
export function add(form: Form, series: string): ReadonlySet<string> {
  const { model, settling } = form.inside;
  const [parent, entry] = seriesAt(model, series);
  const made = added(parent, entry);
  reindex(model);
  const changed = new Set([...family(made)].map(({ path }) => path));
  for (const path of settling.moved(entry).settle()) changed.add(path);
  for (const path of form.setvalues((each) => isForNew(each) && each.ref.startsWith(`${entry.path}/`), made)) changed.add(path);
  return changed;
}

/** Take a repeat away, with all that was answered in it; those behind it move up. The paths that are different now. */
export function remove(form: Form, path: string): ReadonlySet<string> {
  const { model, settling } = form.inside;
  const gone = model.at(path);
  const { entry, parent } = gone;
  const isOne = entry.node.type === "repeat" && parent instanceof Instance && twins(parent, entry).includes(gone);
  if (!isOne) throw new RangeError(`${path} is no repeat and cannot be taken away.`);
  const changed = new Set(twins(parent, entry).flatMap((twin) => [...family(twin)].map((each) => each.path)));
  release(parent, gone);
  // What was set aside in it goes with it, or it would stand in the way of who moves up.
  for (const inside of family(gone)) setAside.get(model)?.delete(inside);
  reindex(model);
  for (const other of settling.moved(entry).settle()) changed.add(other);
  return changed;
}

/** Let there be as many repeats as their count says, wherever the entry stands. */
export function fitAll(model: Model, settling: Settling, entry: Entry): void {
  const fitted = model.instancesOf(entry.parent).map((parent) => fit(model, parent, entry));
  if (!fitted.includes(true)) return;
  reindex(model);
  settling.moved(entry);
}

/** Make as many repeats as is kept at their own path, or else as the paths of kept answers need, and no others. */
export function restore(model: Model, saved: Readonly<Record<string, string>>): void {
  takenUp.add(model);
  const counts = countsIn(Object.keys(saved));
  const resize = (parent: Instance): void => {
    for (const entry of parent.entry.children.filter(({ node }) => node.type === "repeat")) {
      const there = twins(parent, entry);
      const series = `${parent.path}/${entry.node.name}`;
      const wanted = series in saved ? within(toNumber(saved[series] ?? "")) : counts.get(series) ?? 0;
      for (const gone of there.slice(wanted)) release(parent, gone);
      for (let missing = wanted - there.length; missing > 0; missing -= 1) added(parent, entry);
      twins(parent, entry).forEach((each, place) => { number(each, parent.path, place + 1); });
    }
    parent.children.forEach(resize);
  };
  resize(model.root);
  reindex(model);
}

/** The answers that a smaller count has taken away, with the paths they would come back to. */
export function aside(model: Model): readonly Instance[] {
  const found: Instance[] = [];
  for (const [parent, byEntry] of setAside.get(model) ?? []) {
    for (const [entry, gone] of byEntry) {
      const first = twins(parent, entry).length + 1;
      [...gone].reverse().filter((each) => !unbegun.has(each)).forEach((each, place) => {
        number(each, parent.path, first + place);
        found.push(...[...family(each)].filter(({ isLeaf }) => isLeaf));
      });
    }
  }
  return found;
}

/** Whether the repeats around both that could be the same are the same. */
export function isBeside(target: Instance, origin: Instance): boolean {
  const own = new Map([...upwards(origin)].map((each) => [each.entry, each]));
  return [...upwards(target)].every((each) => each.entry.node.type !== "repeat" || (own.get(each.entry) ?? each) === each);
}

/** What is taken away is set aside with its answers. A count that cannot be worked out leaves what is there. */
function fit(model: Model, parent: Instance, entry: Entry): boolean {
  const there = twins(parent, entry);
  const isUntouched = !takenUp.has(model) && setAside.get(model)?.get(parent)?.has(entry) !== true;
  const waiting = waitingFor(model, parent, entry);
  const wanted = wantedNow(model, parent, entry);
  if (wanted === undefined || wanted === there.length) return false;
  for (const gone of there.slice(wanted).reverse()) {
    release(parent, gone);
    waiting.push(gone);
    if (isUntouched) unbegun.add(gone);
  }
  for (let missing = wanted - there.length; missing > 0; missing -= 1) bring(model, parent, entry, waiting);
  return true;
}

/** Let what was set aside come back, or make a new one. */
function bring(model: Model, parent: Instance, entry: Entry, waiting: Instance[]): void {
  const back = waiting.pop();
  if (back) take(parent, back);
  const made = back ?? added(parent, entry);
  if (back === undefined || unbegun.delete(back)) begin(model, made);
}

/** Give a new repeat the answers that the actions for new ones say; everything else is worked out afterwards. */
function begin(model: Model, made: Instance): void {
  for (const { ref, value } of (model.version.setvalues ?? []).filter(isForNew)) {
    for (const instance of [...family(made)].filter(({ entry }) => entry.path === ref)) {
      const result = model.apply(instance, "setvalue", value);
      if (result !== undefined) instance.raw = toAnswer(result, instance.entry.node.type);
    }
  }
}

/** Ask the rule where the next repeat would stand. */
function wantedNow(model: Model, parent: Instance, entry: Entry): number | undefined {
  const asking = new Instance(entry, parent, 1);
  const value = model.apply(asking, "repeat_count");
  if (value === undefined) return undefined;
  return within(toNumber(value));
}

const within = (count: number): number => (Number.isNaN(count) ? 0 : Math.floor(Math.max(0, Math.min(count, MOST))));

function waitingFor(model: Model, parent: Instance, entry: Entry): Instance[] {
  const all = setAside.get(model) ?? new Map<Instance, Map<Entry, Instance[]>>();
  setAside.set(model, all);
  const byEntry = all.get(parent) ?? new Map<Entry, Instance[]>();
  all.set(parent, byEntry);
  const waiting = byEntry.get(entry) ?? [];
  byEntry.set(entry, waiting);
  return waiting;
}

const isForNew = ({ event }: SetValue): boolean => event.split(" ").includes("odk-new-repeat");

const twins = (parent: Instance, entry: Entry): Instance[] => [...parent.named(entry.node.name)];

function added(parent: Instance, entry: Entry): Instance {
  const made = grow(entry, parent, false);
  take(parent, made);
  return made;
}

/** Take in an instance as the last of its name, before what stands after it in the form. */
function take(parent: Instance, child: Instance): void {
  const { children } = parent.entry;
  const before = children.slice(0, children.indexOf(child.entry) + 1);
  const place = before.reduce((sum, { node }) => sum + parent.named(node.name).length, 0);
  parent.adopt(child);
  parent.children.pop();
  parent.children.splice(place, 0, child);
}

function release(parent: Instance, child: Instance): void {
  parent.children.splice(parent.children.indexOf(child), 1);
  parent.byName?.set(child.name, twins(parent, child.entry).filter((each) => each !== child));
}

function number(instance: Instance, base: string, position: number): void {
  instance.path = `${base}/${instance.name}${instance.entry.node.type === "repeat" ? `[${position}]` : ""}`;
  for (const namesakes of instance.byName?.values() ?? []) namesakes.forEach((child, place) => { number(child, instance.path, place + 1); });
}

/** Number what has come or moved, and make it findable. */
function reindex(model: Model): void {
  model.shape += 1;
  number(model.root, "", 1);
  model.index();
}

function* family(instance: Instance): Generator<Instance> {
  yield instance;
  for (const child of instance.children) yield* family(child);
}

function* upwards(instance: Instance): Generator<Instance> {
  for (let each: Instance | Top = instance; each instanceof Instance; each = each.parent) yield each;
}

function countsIn(paths: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const path of paths) {
    for (const found of path.matchAll(/\[(\d+)\]/g)) {
      const series = path.slice(0, found.index);
      counts.set(series, Math.max(counts.get(series) ?? 0, Math.min(Number(found[1]), MOST)));
    }
  }
  return counts;
}

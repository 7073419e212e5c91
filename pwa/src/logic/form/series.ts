// Repeats by the place where they stand: `/data/trip` for `/data/trip[1]` and all beside it.
import type { Node } from "../tree";
import { toBoolean } from "../values";
import { Instance } from "./instances";
import type { Model } from "./model";
import type { Entry } from "./plan";

/** Every node in the order of the form, and before the repeats that people add themselves, the place where they do. */
export function* walk(model: Model, parent = model.root): Generator<readonly [path: string, node: Node]> {
  for (const entry of parent.entry.children) {
    if (isOpen(entry.node)) yield [`${parent.path}/${entry.node.name}`, entry.node];
    for (const instance of parent.named(entry.node.name)) {
      yield [instance.path, entry.node];
      yield* walk(model, instance);
    }
  }
}

/** Where the next repeat of a series would stand, as relevant as it would be; undefined where there are no repeats. */
export function standing(model: Model, series: string): Instance | undefined {
  const found = findSeries(model, series);
  if (!found) return undefined;
  const [parent, entry] = found;
  const instance = new Instance(entry, parent, 1);
  instance.relevant = parent.relevant && toBoolean(model.apply(instance, "relevant") ?? true);
  return instance;
}

/** Repeats without a count: people add and take away as many as there are. */
const isOpen = ({ type, repeat_count }: Node): boolean => type === "repeat" && repeat_count === undefined;

/** The instance around repeats and their entry; RangeError where there are none. */
export function seriesAt(model: Model, path: string): readonly [Instance, Entry] {
  const found = findSeries(model, path);
  if (!found) throw new RangeError(`There are no repeats at ${path}.`);
  return found;
}

function findSeries(model: Model, path: string): readonly [Instance, Entry] | undefined {
  const end = path.lastIndexOf("/");
  const parent = model.byPath.get(path.slice(0, end));
  const entry = parent?.entry.children.find(({ node }) => node.type === "repeat" && node.name === path.slice(end + 1));
  return parent && entry && [parent, entry];
}

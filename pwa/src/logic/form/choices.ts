// Which choices a question offers just now, and what is left of an answer when some are filtered out.
import { arranging } from "../functions";
import { tokens } from "../functions/selects";
import type { ListedChoice } from "../tree";
import { isNodes, toBoolean } from "../values";
import type { Instance } from "./instances";
import type { Model } from "./model";
import { rowsOf } from "./rows";

const listed = (model: Model, { entry }: Instance): readonly ListedChoice[] => model.version.lists?.[entry.node.list ?? ""] ?? [];

/** Whether what may be chosen changes with other answers. */
function isFiltered(model: Model, { entry: { rules, node } }: Instance): boolean {
  if (rules.itemset !== undefined) return true;
  return rules.choice_filter !== undefined && model.version.lists?.[node.list ?? ""] !== undefined;
}

/** A filter that fails lets all pass. */
function filtered(model: Model, instance: Instance): readonly ListedChoice[] {
  const all = listed(model, instance);
  const rows = rowsOf(model.instance(instance.entry.node.list ?? ""));
  const kept: ListedChoice[] = [];
  for (const [index, choice] of all.entries()) {
    const passes = model.apply(instance, "choice_filter", instance.entry.rules.choice_filter, rows[index]);
    if (passes === undefined) return all;
    if (toBoolean(passes)) kept.push(choice);
  }
  return kept;
}

type Itemset = NonNullable<Instance["entry"]["node"]["itemset"]>;

/** Choices that are answers given elsewhere in the form; blank ones are left out. */
function fromForm(model: Model, instance: Instance, { value, label }: Itemset): readonly ListedChoice[] {
  const found = model.apply(instance, "itemset") ?? "";
  const cells = isNodes(found) ? found.map((item) => [item.named(value)[0]?.text(), item.named(label)[0]?.text()] as const) : [];
  return cells.flatMap(([name = "", words = ""]) => (name === "" ? [] : [{ name, label: { und: [words] } }]));
}

/** The choices that may be chosen now, in the order of their list; remembered until something they depend on changes. */
export function passing(model: Model, instance: Instance): readonly ListedChoice[] {
  const { itemset } = instance.entry.node;
  if (itemset === undefined && !isFiltered(model, instance)) return listed(model, instance);
  instance.passing ??= itemset === undefined ? filtered(model, instance) : fromForm(model, instance, itemset);
  return instance.passing;
}

/** The answer without the choices that are filtered out just now. */
export function remaining(model: Model, instance: Instance): string {
  if (instance.raw === "" || !isFiltered(model, instance)) return instance.raw;
  const names = new Set(passing(model, instance).map((choice) => choice.name));
  if (instance.entry.node.type === "select_one") return names.has(instance.raw) ? instance.raw : "";
  const chosen = tokens(instance.raw);
  return chosen.every((name) => names.has(name)) ? instance.raw : chosen.filter((name) => names.has(name)).join(" ");
}

/** The choices in the order they are shown in: as listed, or shuffled when the question asks for it. */
export function arranged(model: Model, instance: Instance): readonly ListedChoice[] {
  const choices = passing(model, instance);
  return instance.entry.node.parameters?.["randomize"] === "true" ? arranging().arrange(model, instance, choices) : choices;
}

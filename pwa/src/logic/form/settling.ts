// From a change to a settled form: only what depends on the change is evaluated again, and each thing after what it reads.
import { repeating } from "../functions/index";
import type { ListedChoice } from "../tree";
import { toAnswer, toBoolean } from "../values";
import { passing, remaining } from "./choices";
import type { Instance } from "./instances";
import type { Model } from "./model";
import type { Entry } from "./plan";

/** Why an entry has to be looked at again. */
const INPUT = 1;
const PARENT = 2;
const VALUE = 4;

/** Visits per entry after which a form that never comes to rest is left as it is; the server refuses such cycles. */
const PATIENCE = 20;

/** Choices read from answers are made anew every time, so identity is not enough. */
const isEqual = (a: ListedChoice, b: ListedChoice | undefined): boolean =>
  a === b || (a.name === b?.name && JSON.stringify(a.label) === JSON.stringify(b.label));

export class Settling {
  private readonly pending: Uint8Array;
  private first = 0;
  private changed = new Set<string>();
  private readonly unchecked = new Set<Instance>();

  constructor(private readonly model: Model) {
    this.pending = new Uint8Array(model.plan.ranked.length);
  }

  /** Look at everything, as when a form is opened. */
  all(): this {
    this.pending.fill(INPUT | PARENT | VALUE);
    this.first = 0;
    return this;
  }

  valueOf(instance: Instance): this {
    this.mark(instance.entry, VALUE);
    return this;
  }

  /** Bring the form to rest; the paths whose state is different now, for the caller to keep. */
  settle(): Set<string> {
    const { ranked } = this.model.plan;
    for (let visits = ranked.length * PATIENCE; this.first < ranked.length && visits > 0; this.first += 1) {
      const reasons = this.pending[this.first] ?? 0;
      const entry = ranked[this.first];
      if (reasons === 0 || entry === undefined) continue;
      this.pending[this.first] = 0;
      visits -= 1;
      if (entry.rules.repeat_count !== undefined && (reasons & INPUT) !== 0) repeating().fitAll(this.model, this, entry);
      for (const instance of this.model.instancesOf(entry)) this.refresh(instance, reasons);
    }
    for (const instance of this.unchecked) this.check(instance);
    this.unchecked.clear();
    const { changed } = this;
    this.changed = new Set();
    return changed;
  }

  /** Repeats of an entry have come or gone: look at all in them again, and at what reads them. */
  moved(entry: Entry): this {
    this.mark(entry, INPUT | PARENT | VALUE);
    for (const reader of entry.readers) this.mark(reader, INPUT);
    for (const child of entry.children) this.moved(child);
    return this;
  }

  private mark(entry: Entry, reason: number): void {
    this.pending[entry.rank] = (this.pending[entry.rank] ?? 0) | reason;
    if (entry.rank <= this.first) this.first = entry.rank - 1;
  }

  private refresh(instance: Instance, reasons: number): void {
    const inputs = (reasons & INPUT) !== 0;
    if (inputs) this.readRules(instance);
    this.inherit(instance);
    if (instance.isLeaf) {
      if (inputs) this.refilter(instance);
      this.show(instance);
      if (this.recalculates(instance, inputs)) this.calculate(instance);
    }
    if (inputs) this.doubt(instance);
  }

  private readRules(instance: Instance): void {
    const { model } = this;
    const { rules } = instance.entry;
    if (rules.relevant !== undefined) instance.ownRelevant = toBoolean(model.apply(instance, "relevant") ?? true);
    if (rules.readonly !== undefined) instance.ownReadonly = toBoolean(model.apply(instance, "readonly") ?? false);
    if (rules.required === undefined) return;
    const required = toBoolean(model.apply(instance, "required") ?? false);
    if (required !== instance.required) this.changed.add(instance.path);
    instance.required = required;
  }

  /** Relevance and readonly come down from the groups around a node. */
  private inherit(instance: Instance): void {
    const relevant = instance.ownRelevant && instance.parent.relevant;
    const readonly = instance.ownReadonly || instance.parent.readonly;
    if (relevant === instance.relevant && readonly === instance.readonly) return;
    instance.relevant = relevant;
    instance.readonly = readonly;
    this.changed.add(instance.path);
    this.doubt(instance);
    for (const child of instance.entry.children) this.mark(child, PARENT);
  }

  private refilter(instance: Instance): void {
    const before = instance.passing;
    if (before === null) return;
    instance.passing = null;
    const after = passing(this.model, instance);
    const isSame = after.length === before.length && after.every((choice, place) => isEqual(choice, before[place]));
    if (!isSame) this.changed.add(instance.path);
  }

  /** While a node is not relevant its calculation rests; it catches up when the node returns. */
  private recalculates(instance: Instance, inputs: boolean): boolean {
    if (instance.entry.rules.calculate === undefined || !(inputs || instance.stale)) return false;
    instance.stale = !instance.relevant;
    return instance.relevant;
  }

  private calculate(instance: Instance): void {
    const result = toAnswer(this.model.apply(instance, "calculate") ?? "", instance.entry.node.type);
    if (result !== instance.result && !instance.restored) instance.raw = result;
    instance.result = result;
    instance.restored = false;
    this.show(instance);
  }

  private show(instance: Instance): void {
    const shown = instance.relevant ? remaining(this.model, instance) : "";
    if (shown === instance.shown) return;
    instance.shown = shown;
    this.changed.add(instance.path);
    this.doubt(instance);
    for (const reader of instance.entry.readers) this.mark(reader, INPUT);
  }

  private doubt(instance: Instance): void {
    if (instance.entry.rules.constraint !== undefined) this.unchecked.add(instance);
  }

  /** Constraints come last: they change no value. Blank answers have none. */
  private check(instance: Instance): void {
    const asked = instance.relevant && instance.shown !== "";
    const ok = !asked || toBoolean(this.model.apply(instance, "constraint") ?? true);
    if (ok !== instance.constraintOk) this.changed.add(instance.path);
    instance.constraintOk = ok;
  }
}

// An open form: answers go in, states come out. Knows no screen, no storage, no clock.
import type { Env } from "./context";
import { readDate } from "./dates";
import { arranged } from "./form/choices";
import type { Instance } from "./form/instances";
import { Model } from "./form/model";
import type { Fault } from "./form/plan";
import { Settling } from "./form/settling";
import { repeating } from "./functions";
import type { Media, Node, SetValue, TextKind, Version } from "./tree";
import { toAnswer } from "./values";

/** What a screen needs to know about a node. */
export interface NodeState {
  /** `''` while not relevant, and without choices that are filtered out; the answer itself is kept and comes back. */
  readonly value: string;
  readonly relevant: boolean;
  /** Bare result of the rule: it does not matter while the node is not relevant. */
  readonly required: boolean;
  readonly readonly: boolean;
  /** True for blank and for not relevant nodes. */
  readonly constraintOk: boolean;
  readonly faults: readonly Fault[];
}

/** A choice as it is offered, its label in words. */
export interface Choice {
  readonly name: string;
  readonly label: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly media: Media | undefined;
}

/** Answers by path. */
export type Values = Readonly<Record<string, string>>;

/** One interview's answers to one version. Paths are those of the version; unknown ones raise RangeError. */
export interface Form {
  readonly version: Version;
  /** For what adds and removes repeats. */
  readonly inside: { readonly model: Model; readonly settling: Settling };
  get(path: string): NodeState;
  /** The node as published. */
  node(path: string): Node;
  /** Give an answer (`''` clears it); the paths whose state is different now, the node's own among them. */
  set(path: string, value: string): ReadonlySet<string>;
  /** Choices the question offers now, filtered and in order of display. */
  choices(path: string, language?: string): readonly Choice[];
  /** A text with its values filled in, `''` when there is none. Values in it may change with any answer. */
  text(path: string, kind: TextKind, language?: string): string;
  /** Everything to keep, blanks and answers of not relevant nodes included; give it back to `load` to go on. With `paths`, only that. */
  values(paths?: ReadonlySet<string>): Values;
  /** Look at every rule again, after the language of `env` has changed; texts follow it without. */
  refresh(): ReadonlySet<string>;
  /** Stamp the `end` of the interview. */
  finish(): ReadonlySet<string>;
  /** Paths of all nodes, groups included, in the order of the version. */
  paths(): readonly string[];
  /** Carry out actions, in repeats only beside an origin; the paths whose state is different now. */
  setvalues(wanted: (each: SetValue) => boolean, origin?: Instance): ReadonlySet<string>;
}

/**
 * Open a version. Without `saved` it is a first load: defaults and first-load setvalues apply.
 * With `saved` (all of `values()`) only that is there; a path that is missing in it is blank.
 */
export function load(version: Version, env: Env, saved?: Values): Form {
  const form = new OpenForm(version, env);
  if (saved === undefined) form.begin();
  else form.resume(saved);
  return form;
}

/** Types whose value the phone stamps; `end` is stamped when the interview is finished. */
const STAMPED: Readonly<Record<string, (now: string) => string>> = {
  start: (now) => now,
  today: (now) => now.slice(0, 10),
};

class OpenForm implements Form {
  private readonly model: Model;
  private readonly settling: Settling;
  readonly inside;

  constructor(
    readonly version: Version,
    env: Env,
  ) {
    this.model = new Model(version, env);
    this.settling = new Settling(this.model);
    this.inside = { model: this.model, settling: this.settling };
  }

  begin(): void {
    for (const instance of this.leaves()) {
      instance.raw = STAMPED[instance.entry.node.type]?.(this.now()) ?? instance.raw;
    }
    this.settling.all().settle();
    this.setvalues((each) => each.event.split(" ").includes("odk-instance-first-load"));
  }

  resume(saved: Values): void {
    if (this.model.plan.hasRepeats) repeating().restore(this.model, saved);
    for (const instance of this.leaves()) {
      instance.raw = saved[instance.path] ?? "";
      instance.restored = instance.entry.node.type !== "calculate";
      instance.result = instance.raw;
    }
    this.settling.all().settle();
  }

  get(path: string): NodeState {
    const { shown: value, relevant, required, readonly, constraintOk, faults } = this.model.at(path);
    return { value, relevant, required, readonly, constraintOk, faults };
  }

  node(path: string): Node {
    return this.model.at(path).entry.node;
  }

  set(path: string, value: string): ReadonlySet<string> {
    const instance = this.model.at(path);
    if (!instance.isLeaf) throw new RangeError(`${path} is a group and takes no answer.`);
    if (instance.raw === value) return new Set();
    const changed = this.write(instance, value).add(path);
    const triggered = (each: SetValue) => each.event.split(" ").includes("xforms-value-changed") && each.trigger === instance.entry.path;
    for (const other of this.setvalues(triggered, instance)) changed.add(other);
    return changed;
  }

  choices(path: string, language?: string): readonly Choice[] {
    const instance = this.model.at(path);
    return arranged(this.model, instance).map(({ name, label, columns, media }) => ({
      name,
      label: this.model.words(label, instance, name, language),
      columns: columns ?? {},
      media,
    }));
  }

  text(path: string, kind: TextKind, language?: string): string {
    const instance = this.model.at(path);
    return this.model.words(instance.entry.node[kind], instance, "", language);
  }

  values(paths?: ReadonlySet<string>): Values {
    const aside = this.model.plan.hasRepeats ? repeating().aside(this.model) : [];
    const all = [...this.leaves(), ...aside].filter(({ path }) => !paths || paths.has(path));
    return Object.fromEntries(all.map(({ path, raw }) => [path, raw]));
  }

  refresh(): ReadonlySet<string> {
    return this.settling.all().settle();
  }

  finish(): ReadonlySet<string> {
    const ends = this.leaves().filter((instance) => instance.entry.node.type === "end");
    return new Set(ends.flatMap((instance) => [...this.write(instance, this.now())]));
  }

  paths(): readonly string[] {
    return [...this.model.byPath.keys()].slice(1);
  }

  private leaves(): readonly Instance[] {
    return [...this.model.byPath.values()].filter((instance) => instance.isLeaf);
  }

  private now(): string {
    const { now } = this.model.env;
    return readDate(now)?.text ?? now;
  }

  private write(instance: Instance, value: string): Set<string> {
    instance.raw = value;
    return this.settling.valueOf(instance).settle();
  }

  setvalues(wanted: (each: SetValue) => boolean, origin?: Instance): ReadonlySet<string> {
    const changed = new Set<string>();
    for (const { ref, value } of (this.version.setvalues ?? []).filter(wanted)) {
      for (const instance of this.targets(ref, origin)) {
        const result = this.model.apply(instance, "setvalue", value);
        if (result === undefined) continue;
        for (const path of this.write(instance, toAnswer(result, instance.entry.node.type))) changed.add(path);
      }
    }
    return changed;
  }

  private targets(ref: string, origin?: Instance): readonly Instance[] {
    const { hasRepeats, byPath } = this.model.plan;
    const all = this.model.instancesOf(byPath.get(ref));
    return origin && hasRepeats ? all.filter((each) => repeating().isBeside(each, origin)) : all;
  }
}

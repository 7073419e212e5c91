// An open form's insides: plan, instances, and the scope its expressions see.
import type { Context, Env, Scope } from "../context";
import { offsetOf } from "../dates";
import { evaluate } from "../evaluate";
import { NotPrepared, repeating } from "../functions/index";
import type { Text, TextKind, Tree, Version } from "../tree";
import { type Item, RuleError, toText, type Value } from "../values";
import { grow, Instance, Top } from "./instances";
import { type Entry, type FormRule, type Plan, planOf } from "./plan";
import { type Columns, instanceOf } from "./rows";

export class Model implements Scope {
  readonly plan: Plan;
  readonly document = new Top();
  readonly root: Instance;
  /** In the order of the form. */
  readonly byPath = new Map<string, Instance>();
  private byRank: Instance[][] = [];
  private readonly instances = new Map<string, Item | null>();
  readonly offset: number;
  /** Another number whenever repeats have come or gone. */
  shape = 0;

  constructor(
    readonly version: Version,
    readonly env: Env,
  ) {
    this.plan = planOf(version);
    this.offset = offsetOf(env.now);
    this.root = grow(this.plan.root, this.document);
    this.document.children = [this.root];
    this.index();
  }

  /** Make every instance findable, again after some have come or gone. */
  index(): void {
    this.byPath.clear();
    this.byRank = this.plan.ranked.map(() => []);
    this.enter(this.root);
  }

  private enter(instance: Instance): void {
    this.byPath.set(instance.path, instance);
    this.byRank[instance.entry.rank]?.push(instance);
    for (const child of instance.children) this.enter(child);
  }

  instancesOf(entry: Entry | null | undefined): readonly Instance[] {
    return this.byRank[entry?.rank ?? -1] ?? [];
  }

  at(path: string): Instance {
    const instance = this.byPath.get(path) ?? (this.plan.hasRepeats ? repeating().standing(this, path) : undefined);
    if (instance === undefined) throw new RangeError(`There is no ${path} in ${this.version.id}.`);
    return instance;
  }

  instance(name: string): Item | null {
    const known = this.instances.get(name);
    if (known !== undefined) return known;
    const rows = this.version.instances?.[name] ?? this.listRows(name);
    const made = rows === undefined ? null : instanceOf(rows);
    this.instances.set(name, made);
    return made;
  }

  private listRows(name: string): readonly Columns[] | undefined {
    const isTranslated = this.version.languages.length > 1;
    return this.version.lists?.[name]?.map((choice, place) => ({
      label: () => this.words(choice.label, this.root),
      ...(isTranslated && { itextId: `${name}-${place}` }),
      ...choice.columns,
      name: choice.name,
    }));
  }

  choiceLabel(question: Item, name: string): string {
    const list = question instanceof Instance ? question.entry.node.list : undefined;
    const choice = this.version.lists?.[list ?? ""]?.find((each) => each.name === name);
    return choice === undefined ? "" : this.words(choice.label, question, choice.name);
  }

  itext(id: string): string {
    const [place, kind = ""] = id.split(":");
    const entry = this.plan.byPath.get(place ?? "");
    if (entry) return this.words(entry.node[kind as TextKind], this.root);
    const end = id.lastIndexOf("-");
    return this.words(this.version.lists?.[id.slice(0, end)]?.[Number(id.slice(end + 1))]?.label, this.root);
  }

  /** A text in a language, its values filled in; what is not translated falls back to the default language. */
  words(text: Text | undefined, item: Item, missing = "", language = this.env.language): string {
    if (text === undefined) return missing;
    const pieces = [text[language], text[this.version.default_language], ...Object.values(text)].find((each) => each?.length) ?? [];
    return pieces.map((piece) => (typeof piece === "string" ? piece : this.out(piece.out, item))).join("");
  }

  /** A value inside a text; one that cannot be evaluated shows nothing. */
  private out(tree: Tree, item: Item): string {
    try {
      return toText(evaluate(tree, this.context(item)));
    } catch (error) {
      if (error instanceof NotPrepared) throw error;
      return "";
    }
  }

  context(item: Item, current = item): Context {
    return { scope: this, item, current, position: 1, size: 1 };
  }

  /** The result of a node's rule; undefined when it has none or it fails, which is kept as a fault. */
  apply(instance: Instance, rule: FormRule, tree = instance.entry.rules[rule], item: Item = instance): Value | undefined {
    if (tree === undefined) return undefined;
    try {
      const value = evaluate(tree, this.context(item, instance));
      instance.note(rule);
      return value;
    } catch (error) {
      if (error instanceof NotPrepared) throw error;
      const known = error instanceof RuleError ? error : new RuleError("bad_tree", String(error));
      instance.note(rule, { rule, code: known.code, detail: known.detail });
      return undefined;
    }
  }
}

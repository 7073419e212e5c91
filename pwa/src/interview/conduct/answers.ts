// The answers of one interview: given to the logic, kept on the phone, and turned into the final states at the end.
import { signal, type Signal } from "@preact/signals";
import { load, type Choice, type Env, type Form, type NodeState, type Text, type TextKind, type Values } from "../../logic";
import type { Answer, AnswerChanges, OpenedDraft } from "../keeping";
import type { Saving } from "./saving";

export type Reason = "skipped" | "rather_not_say" | "dont_know";

/** Answers by path. Components that read here are drawn again when what they have read changes. */
export class Answers {
  private current: Form;
  private readonly records: Map<string, Answer>;
  /** What is kept or follows by itself from what is kept. */
  private kept: Record<string, string>;
  private readonly anyChange = signal(0);
  private readonly shape = signal(0);
  private readonly changes = new Map<string, Signal<number>>();

  constructor(private readonly draft: OpenedDraft, private readonly env: Env, private readonly language: Signal<string>, private readonly saving: Saving) {
    this.records = new Map(Object.entries(draft.answers));
    const blank = load(draft.version, env);
    // As it is after a reload: first what a first load gives, then what was answered.
    this.current = this.records.size === 0 ? blank : this.rebuilt(blank.values());
    this.kept = { ...this.form.values() };
  }

  get form(): Form {
    return this.current;
  }

  /** The state of a question, `relevant` and all. */
  look(path: string): NodeState {
    this.follow(path);
    return this.form.get(path);
  }

  /** Everything that was answered or declined so far. */
  recorded(): ReadonlyMap<string, Answer> {
    return this.records;
  }

  record(path: string): Answer | undefined {
    this.follow(path);
    return this.records.get(path);
  }

  /** Why there is no value, where the person has said so. */
  reason(path: string): Reason | undefined {
    const record = this.record(path);
    return record && "missing" in record ? record.missing : undefined;
  }

  /** What was entered and cannot be read as an answer yet. */
  unclear(path: string): string | undefined {
    const record = this.record(path);
    return record && "unclear" in record ? record.unclear : undefined;
  }

  /** A text of a question in the language chosen now, falling back as the version says. */
  words(path: string, kind: TextKind): string {
    if (hasValues(this.form.node(path)[kind])) this.followAll();
    return this.form.text(path, kind, this.language.value);
  }

  choices(path: string): readonly Choice[] {
    if (this.form.node(path).choice_filter) this.followAll();
    return this.form.choices(path, this.language.value);
  }

  /** Give a value (`""` clears it) and keep it. Returns the paths of other values that followed from it. */
  give(path: string, value: string): readonly string[] {
    return this.write(path, { value });
  }

  /** Record why there is no value; rules then read the question as blank. */
  decline(path: string, missing: Reason): readonly string[] {
    return this.write(path, { missing });
  }

  /** Keep what cannot be read yet, as it was entered; rules read the question as blank. */
  hold(path: string, unclear: string): readonly string[] {
    return this.write(path, { unclear });
  }

  /** Give back what `recorded` or `record` has told. */
  restore(path: string, record: Answer): readonly string[] {
    return this.write(path, record);
  }

  /** Someone has seen the question and goes on: what stands there is the answer, and nothing is an answer, too. */
  leave(path: string): void {
    const { relevant, value, readonly } = this.form.get(path);
    const record = this.records.get(path);
    if (!relevant || readonly) return;
    if (value === "" && (!record || "value" in record)) this.write(path, { missing: "skipped" }, true);
    if (value !== "" && !record) this.give(path, value);
  }

  /**
   * Take in what is on disk, where another window has written, too. What is newer here, still on its way there, stays.
   * Returns the paths that read otherwise now.
   */
  merge(stored: Readonly<Record<string, Answer>>, isNewer = (path: string) => this.saving.waits(path)): readonly string[] {
    const paths = new Set([...Object.keys(stored), ...this.records.keys()]);
    const others = [...paths].filter((path) => !isNewer(path) && !this.reads(path, stored[path]));
    if (others.length === 0) return others;
    for (const path of others) {
      const record = stored[path];
      if (record) this.records.set(path, record);
      else this.records.delete(path);
      // What was forgotten is blank; what was worked out or drawn stays.
      this.kept[path] = "";
    }
    this.current = this.rebuilt(this.kept);
    this.kept = { ...this.form.values() };
    this.shape.value += 1;
    this.tell(new Set(this.form.paths()));
    return others;
  }

  /** Whether what stands here is what stands there; calculated values are on disk without being answers here. */
  private reads(path: string, stored: Answer | undefined): boolean {
    const mine = this.records.get(path);
    if (!mine && stored && "value" in stored) return this.kept[path] === stored.value;
    return same(mine, stored);
  }

  private rebuilt(values: Values): Form {
    return load(this.draft.version, this.env, { ...values, ...valuesIn(this.records) });
  }

  private write(path: string, record: Answer, unlessThere = false): readonly string[] {
    const value = valueOf(record);
    const { shape } = this.form.inside.model;
    const changed = this.form.set(path, value);
    if (this.form.inside.model.shape !== shape) this.shape.value += 1;
    this.kept[path] = value;
    const followed = this.calculated(changed);
    const isNew = !same(this.records.get(path), record);
    if (isNew) this.records.set(path, record);
    const changes = { ...followed, ...(isNew && { [path]: record }) };
    if (Object.keys(changes).length > 0) void this.saving.save(changes, unlessThere);
    this.tell(new Set([...changed, path]));
    return Object.keys(followed);
  }

  /** Values that followed from an answer are kept with it: some are calculated only once. */
  private calculated(changed: ReadonlySet<string>): AnswerChanges {
    const values: Values = this.form.values(changed);
    const others = [...changed].filter((path) => path in values && values[path] !== this.kept[path]);
    return Object.fromEntries(others.map((path) => {
      const value = this.kept[path] = values[path] ?? "";
      return [path, value === "" && !this.records.has(path) ? null : { value }];
    }));
  }

  /** Draw the calling component again after any answer. */
  followAll(): number {
    return this.anyChange.value;
  }

  /** Draw the calling component again after repeats have come or gone. */
  followShape(): number {
    return this.shape.value;
  }

  private follow(path: string): number {
    const known = this.changes.get(path) ?? signal(0);
    this.changes.set(path, known);
    return known.value;
  }

  private tell(paths: ReadonlySet<string>): void {
    this.anyChange.value += 1;
    for (const path of paths) {
      const followed = this.changes.get(path);
      if (followed) followed.value += 1;
    }
  }
}

const hasValues = (text: Text | undefined): boolean => text !== undefined && Object.values(text).some((pieces) => pieces.some((piece) => typeof piece !== "string"));

const valueOf = (record: Answer): string => ("value" in record ? record.value : "");

const same = (left: Answer | undefined, right: Answer | undefined): boolean => JSON.stringify(left) === JSON.stringify(right);

const valuesIn = (records: ReadonlyMap<string, Answer>): Record<string, string> =>
  Object.fromEntries([...records].map(([path, record]) => [path, valueOf(record)]));

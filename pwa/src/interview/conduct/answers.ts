// The answers of one interview: given to the logic, kept on the phone, and turned into the final states at the end.
import { signal, type Signal } from "@preact/signals";
import { answerStates, load, type Choice, type Env, type Form, type NodeState, type Text, type TextKind, type Values } from "../../logic";
import type { Answer, FinalAnswers, OpenedDraft } from "../keeping";
import type { Saving } from "./saving";

export type Reason = "skipped" | "rather_not_say" | "dont_know";

/** Answers by path. Components that read here are drawn again when what they have read changes. */
export class Answers {
  private current: Form;
  private readonly isAnonymous: boolean;
  private readonly records: Map<string, Answer>;
  /** What is kept or follows by itself from what is kept. */
  private kept: Record<string, string>;
  private readonly anyChange = signal(0);
  private readonly shape = signal(0);
  private readonly changes = new Map<string, Signal<number>>();

  constructor(private readonly draft: OpenedDraft, private readonly env: Env, private readonly language: Signal<string>, private readonly saving: Saving) {
    this.isAnonymous = draft.mode !== "interview";
    this.records = new Map(Object.entries(draft.answers));
    this.current = this.rebuilt();
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

  record(path: string): Answer | undefined {
    this.follow(path);
    return this.records.get(path);
  }

  /** Why there is no value, where the person has said so. */
  reason(path: string): Reason | undefined {
    const record = this.record(path);
    return record && "missing" in record ? record.missing : undefined;
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
    return this.write(path, value, { value });
  }

  /** Record why there is no value; rules then read the question as blank. */
  decline(path: string, missing: Reason): readonly string[] {
    return this.write(path, "", { missing });
  }

  /** Someone has seen the question and goes on: what stands there is the answer, and nothing is an answer, too. */
  leave(path: string): void {
    const { relevant, value, readonly } = this.form.get(path);
    const record = this.records.get(path);
    if (!relevant || readonly) return;
    if (value === "" && !(record && "missing" in record)) this.write(path, "", { missing: "skipped" }, true);
    if (value !== "" && !record) this.give(path, value);
  }

  /** Every question with its value or the reason why there is none. Stamps the end. */
  final(): FinalAnswers {
    this.form.finish();
    const declined = new Map([...this.records].flatMap(([path, record]) => (isRefusal(record) ? [[path, record.missing] as const] : [])));
    const states = answerStates(this.form, { seen: new Set(this.records.keys()), declined });
    const leaves = this.form.paths().filter((path) => this.leaves(path));
    return Object.fromEntries(leaves.map((path) => {
      const { value } = this.form.get(path);
      const state = states.get(path) ?? (value === "" ? "not_asked" : "answered");
      return [path, state === "answered" ? { value } : { missing: state }];
    }));
  }

  /** Whether what stands at this path goes out with a finished interview. */
  private leaves(path: string): boolean {
    const { children, type, stamp } = this.form.node(path);
    return children === undefined && type !== "note" && !(this.isAnonymous && stamp);
  }

  /**
   * Take in what is on disk, where another window has written, too. What is still on its way there stays.
   * Returns the paths that read otherwise now.
   */
  merge(stored: Readonly<Record<string, Answer>>): readonly string[] {
    const paths = new Set([...Object.keys(stored), ...this.records.keys()]);
    const others = [...paths].filter((path) => !this.saving.waits(path) && !this.reads(path, stored[path]));
    if (others.length === 0) return others;
    for (const path of others) {
      const record = stored[path];
      if (record) this.records.set(path, record);
      else this.records.delete(path);
    }
    this.current = this.rebuilt();
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

  /** The form as it is after a reload. */
  private rebuilt(): Form {
    const blank = load(this.draft.version, this.env);
    return this.records.size === 0 ? blank : load(this.draft.version, this.env, { ...blank.values(), ...valuesIn(this.records) });
  }

  private write(path: string, value: string, record: Answer, unlessThere = false): readonly string[] {
    const { shape } = this.form.inside.model;
    const changed = this.form.set(path, value);
    if (this.form.inside.model.shape !== shape) this.shape.value += 1;
    if (!same(this.records.get(path), record)) {
      this.records.set(path, record);
      void this.saving.save(path, record, unlessThere);
    }
    this.kept[path] = value;
    const followed = this.keepCalculated(changed);
    this.tell(new Set([...changed, path]));
    return followed;
  }

  /** Values that followed from the answer are kept as well: some are calculated only once. */
  private keepCalculated(changed: ReadonlySet<string>): readonly string[] {
    const values: Values = this.form.values();
    const others = [...changed].filter((path) => path in values && values[path] !== this.kept[path]);
    for (const path of others) {
      const value = values[path] ?? "";
      this.kept[path] = value;
      void this.saving.save(path, value === "" && !this.records.has(path) ? null : { value });
    }
    return others;
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

const isRefusal = (record: Answer): record is { missing: "rather_not_say" | "dont_know" } => "missing" in record && record.missing !== "skipped";

const same = (left: Answer | undefined, right: Answer | undefined): boolean => JSON.stringify(left) === JSON.stringify(right);

const valuesIn = (records: ReadonlyMap<string, Answer>): Record<string, string> =>
  Object.fromEntries([...records].map(([path, record]) => [path, "value" in record ? record.value : ""]));

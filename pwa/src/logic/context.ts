// What an expression may see while it is evaluated, and what has to come from outside so that a replay gives the same answers.
import type { Item, Value } from "./values";

/** Everything that is not in the version or the answers. The engine itself has no clock, no dice and no names. */
export interface Env {
  /** ISO 8601 with offset, e.g. `2026-03-15T10:20:30.000+01:00`; the offset is the local zone. Read at every use. */
  readonly now: string;
  /** 0 ≤ x < 1. */
  random(): number;
  /** A version 4 UUID. */
  uuid(): string;
  /** Language code of the version; may change while a form is open. */
  readonly language: string;
}

/** The form around an expression. */
export interface Scope {
  readonly env: Env;
  /** The item above the root node: where absolute paths start. */
  readonly document: Item;
  /** Root item of a secondary instance or choice list. */
  instance(name: string): Item | null;
  /** Label of a choice of the question at this path, in the current language. */
  choiceLabel(question: Item, choice: string): string;
  /** The text with this id in the current language: `list-0` is a choice's label, `/data/q:hint` a question's hint. */
  itext(id: string): string;
  /** Minutes the phone's clock is ahead of UTC; times that name no offset are read with it. */
  readonly offset: number;
}

export interface Context {
  readonly scope: Scope;
  readonly item: Item;
  /** The node the rule belongs to: what `current()` yields inside a predicate or a choice filter. */
  readonly current: Item;
  readonly position: number;
  readonly size: number;
}

/** A function with evaluated arguments. */
export type Eager = (args: readonly Value[], context: Context) => Value;

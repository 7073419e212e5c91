// The version document as the phone receives it: question tree, texts and expression trees (docs/version-format.md).

/** A binary operator, spelt as in XPath. */
export type Operator = "or" | "and" | "=" | "!=" | "<" | "<=" | ">" | ">=" | "+" | "-" | "*" | "div" | "mod" | "|";

/** One step of a path: axis, node test (a name, `*` or `node()`), predicates. */
export type Step = readonly [axis: string, test: string, predicates: readonly Tree[]];

/** An expression, parsed on the server; the phone only evaluates. */
export type Tree =
  | readonly ["num", number]
  | readonly ["str", string]
  | readonly ["bin", Operator, Tree, Tree]
  | readonly ["neg", Tree]
  | readonly ["call", string, readonly Tree[]]
  | readonly ["path", "root" | "ctx" | Tree, readonly Step[]]
  | readonly ["filter", Tree, readonly Tree[]];

/** A piece of a shown text: words, or a value to be put in their place. */
export type Piece = string | { readonly out: Tree };

/** A translatable text: language code → pieces. A language that is missing falls back to the version's default. */
export type Text = Readonly<Record<string, readonly Piece[]>>;

export type TextKind = "label" | "hint" | "guidance_hint" | "constraint_message" | "required_message";

/** What may be shown or played with a text. */
export type MediaKind = "image" | "big-image" | "audio" | "video";

/** Names of files by kind and language, for `Version.media`. */
export type Media = Readonly<Partial<Record<MediaKind, Text>>>;

/** A file that the phone fetches beside the version: the hash that names it, its media type, bytes. */
export interface Medium {
  readonly sha256: string;
  readonly type: string;
  readonly size: number;
}

export type Rule = "relevant" | "constraint" | "calculate" | "required" | "readonly";

export type AnswerOption = "skip" | "rather_not_say" | "dont_know";

export interface Probe {
  readonly kind: "standard" | "tailored" | "silent";
  readonly text: Readonly<Record<string, string>>;
}

/** A question, group or repeat, as published. Every key but `name` and `type` is absent when empty. */
export interface Node extends Partial<Record<TextKind, Text>> {
  readonly name: string;
  /** XLSForm spelling; `group` and `repeat` have `children`. */
  readonly type: string;
  readonly media?: Media;
  readonly bind?: Readonly<Partial<Record<Rule, Tree>>>;
  readonly default?: string;
  readonly appearance?: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly list?: string;
  readonly choice_filter?: Tree;
  /** Choices read from nodes of the form itself, such as the names given in a repeat. */
  readonly itemset?: { readonly nodes: Tree; readonly value: string; readonly label: string };
  /** Seed of the order choices are shuffled into. */
  readonly seed?: Tree;
  readonly answer_options?: readonly AnswerOption[];
  readonly theme?: readonly string[];
  readonly sensitivity?: "low" | "medium" | "high";
  readonly intent?: string;
  readonly core?: string;
  readonly breakdown?: string;
  readonly probes?: readonly Probe[];
  readonly children?: readonly Node[];
  readonly repeat_count?: Tree;
  /** Tells when it was answered, or on whose phone: it never leaves one in an anonymous round. */
  readonly stamp?: boolean;
}

/** A choice as published in a list. */
export interface ListedChoice {
  readonly name: string;
  readonly label?: Text;
  readonly media?: Media;
  readonly columns?: Readonly<Record<string, string>>;
}

export interface SetValue {
  readonly event: string;
  readonly ref: string;
  readonly value: Tree;
  /** The question whose change sets this value; only with `xforms-value-changed`. */
  readonly trigger?: string;
}

/** A published, immutable question set. */
export interface Version {
  readonly schema: number;
  readonly id: string;
  readonly title: string;
  readonly root: string;
  readonly languages: readonly { readonly code: string; readonly name: string }[];
  readonly default_language: string;
  readonly settings?: Readonly<Record<string, string>>;
  /** Files by the names that nodes and choices give them; a name without an entry is a file that nobody added. */
  readonly media?: Readonly<Record<string, Medium>>;
  readonly tree: readonly Node[];
  readonly lists?: Readonly<Record<string, readonly ListedChoice[]>>;
  readonly instances?: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
  readonly setvalues?: readonly SetValue[];
  readonly order?: readonly string[];
  readonly deps?: Readonly<Record<string, readonly string[]>>;
}

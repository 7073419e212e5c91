// Where an interview is kept. The screens know only this door: behind it stands the phone's storage, or nothing but memory.
import type { Missing, Version } from "../logic";

/** What was given to one question: a value as the version stores it, the reason why there is none, or what cannot be read as one yet. */
export type Answer = { value: string } | { missing: "skipped" | "rather_not_say" | "dont_know" } | { unclear: string };

/** Answers by path, to be kept together; null forgets one. */
export type AnswerChanges = Readonly<Record<string, Answer | null>>;

/** Every question of the version at the end, those that were never asked included. */
export type FinalAnswers = Record<string, { value: string } | { missing: Missing }>;

/** An interview as it was left, or as it begins. */
export interface OpenedDraft {
  readonly version: Version;
  readonly mode: "open_link" | "cards" | "interview";
  readonly language: string;
  readonly answers: Readonly<Record<string, Answer>>;
  /** Where it was left: the path of a question, `review`, or null before the first. */
  readonly at: string | null;
  /** ISO 8601 with offset; with the seed it makes every reload calculate the same. */
  readonly startedAt: string;
  readonly seed: number;
}

/** The answers on disk. */
export interface Kept {
  readonly answers: Readonly<Record<string, Answer>>;
  readonly changes: number;
}

/** Keeps one interview. Each promise resolves when it is on disk, not before, and rejects when it is not. */
export interface DraftKeeper {
  load(): Promise<OpenedDraft>;
  /** Keep all of these or none. With `unlessThere`, an answer that is there already stays. */
  saveAnswers(changes: AnswerChanges, unlessThere?: boolean): Promise<void>;
  setPosition(at: string): Promise<void>;
  setLanguage(code: string): Promise<void>;
  /** What is kept now, and a number that changes with every write. */
  kept(): Promise<Kept>;
  /** Hear that another window has written this interview. Returns the way to stop. */
  follow(heard: () => void): () => void;
  /** Freeze the answers, if nothing was written since `changes`: else it rejects with `DraftMoved`. After it nothing can be changed. */
  finish(answers: FinalAnswers, changes: number): Promise<void>;
  /** A picture, sound or film by its hash; without it they are those that the phone keeps. */
  medium?(sha256: string): Promise<Blob | null>;
  /** A name that all windows on this interview share, or null where there can be only one. */
  readonly name: string | null;
  /** How long what is kept lasts: on the phone, while the page is open, or not at all. The screens promise no more than that. */
  readonly place: "phone" | "page" | "nowhere";
}

// Where tests keep an interview.
import type { Version } from "../../logic";
import type { Answer, AnswerChanges, DraftKeeper, FinalAnswers, OpenedDraft } from "../keeping";

/** A keeper like the phone's, in memory, that can be told to fail. */
export class Shelf implements DraftKeeper {
  readonly place = "phone";
  readonly name = null;
  changes = 0;
  heard: () => void = () => undefined;
  answers: Record<string, Answer> = {};
  at: string | null = null;
  final: FinalAnswers | null = null;
  full = false;
  mode: OpenedDraft["mode"] = "open_link";

  constructor(private readonly version: Version) {}

  load(): Promise<OpenedDraft> {
    return Promise.resolve(this.draft());
  }
  draft(): OpenedDraft {
    return { version: this.version, mode: this.mode, language: "en", answers: structuredClone(this.answers), at: this.at, startedAt: "2026-03-15T10:20:30.000+01:00", seed: 7 };
  }
  kept() {
    return Promise.resolve({ answers: structuredClone(this.answers), changes: this.changes });
  }
  follow(heard: () => void): () => void {
    this.heard = heard;
    return () => undefined;
  }
  saveAnswers(changes: AnswerChanges, unlessThere = false): Promise<void> {
    if (this.full) return Promise.reject(new Error("full"));
    this.changes += 1;
    const all: AnswerChanges = unlessThere ? { ...changes, ...this.answers } : { ...this.answers, ...changes };
    this.answers = Object.fromEntries(Object.entries(all).filter((each): each is [string, Answer] => each[1] !== null));
    return Promise.resolve();
  }
  setPosition(at: string): Promise<void> {
    this.at = at;
    return Promise.resolve();
  }
  setLanguage(): Promise<void> {
    return Promise.resolve();
  }
  finish(answers: FinalAnswers, changes: number): Promise<void> {
    if (changes !== this.changes) return Promise.reject(Object.assign(new Error("moved"), { name: "DraftMoved" }));
    this.final = answers;
    return this.full ? Promise.reject(new Error("full")) : Promise.resolve();
  }
}

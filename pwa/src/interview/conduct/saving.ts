// What has reached the disk and what has not. The screen says "saved" only when this does.
import { computed, signal } from "@preact/signals";
import type { Answer, DraftKeeper } from "../keeping";

/** `gone`: finished or discarded in another tab, so that nothing can be kept here any more. */
export type SaveState = "nothing" | "writing" | "saved" | "failed" | "gone";

interface Wish {
  answer: Answer | null;
  unlessThere: boolean;
}

/** Hands answers to the keeper, and holds on to those it could not keep until a retry succeeds. */
export class Saving {
  /** The newest answer per question that is not known to be on disk. */
  private readonly newest = new Map<string, Wish>();
  private readonly running = new Set<Promise<void>>();
  private readonly writing = signal(0);
  private readonly failed = signal<ReadonlySet<string>>(new Set());
  private readonly gone = signal(false);
  private readonly wrote = signal(false);

  readonly state = computed<SaveState>(() => {
    if (this.gone.value) return "gone";
    if (this.failed.value.size > 0) return "failed";
    if (this.writing.value > 0) return "writing";
    return this.wrote.value ? "saved" : "nothing";
  });

  constructor(private readonly keeper: DraftKeeper) {}

  /** Keep an answer. Never rejects: a failure becomes the state, and the answer waits for `retry`. */
  save(path: string, answer: Answer | null, unlessThere = false): Promise<void> {
    const wish = { answer, unlessThere };
    this.newest.set(path, wish);
    return this.run(this.keeper.saveAnswer(path, answer, unlessThere), (kept) => {
      // A later answer to the same question is on its way: what became of this one no longer matters.
      if (this.newest.get(path) !== wish) return;
      if (kept) this.newest.delete(path);
      this.note(path, !kept);
      if (kept) this.wrote.value = true;
    });
  }

  /** Whether an answer to this question is not known to be on disk. */
  waits(path: string): boolean {
    return this.newest.has(path);
  }

  /** Keep something that is no answer (the position, the language): worth a try, not worth a warning. */
  remember(write: Promise<void>): void {
    void this.run(write, () => undefined);
  }

  /** Try again what failed. Resolves to whether everything is on disk now. */
  async retry(): Promise<boolean> {
    await Promise.all([...this.failed.value].map((path) => {
      const { answer, unlessThere } = this.newest.get(path) ?? { answer: null, unlessThere: false };
      return this.save(path, answer, unlessThere);
    }));
    return this.failed.value.size === 0;
  }

  /** Resolves when nothing is being written. */
  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
  }

  private run(write: Promise<void>, done: (kept: boolean) => void): Promise<void> {
    this.writing.value += 1;
    const ending = write.then(
      () => done(true),
      (error: unknown) => {
        if (error instanceof Error && error.name === "DraftGone") this.gone.value = true;
        done(false);
      },
    ).then(() => {
      this.running.delete(ending);
      this.writing.value -= 1;
    });
    this.running.add(ending);
    return ending;
  }

  private note(path: string, failed: boolean): void {
    const paths = new Set(this.failed.value);
    if (failed) paths.add(path);
    else paths.delete(path);
    this.failed.value = paths;
  }
}

// What has reached the disk and what has not. The screen says "saved" only when this does.
import { computed, signal } from "@preact/signals";
import type { AnswerChanges, DraftKeeper } from "../keeping";

/** `gone`: finished or discarded in another tab, so that nothing can be kept here any more. */
export type SaveState = "nothing" | "writing" | "saved" | "failed" | "gone";

interface Wish {
  changes: AnswerChanges;
  unlessThere: boolean;
}

/** Hands answers to the keeper, and holds on to those it could not keep until a retry succeeds. */
export class Saving {
  /** The newest wish per question whose answer is not known to be on disk. */
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

  /** Keep answers, all or none. Never rejects: a failure becomes the state, and the answers wait for `retry`. */
  save(changes: AnswerChanges, unlessThere = false): Promise<void> {
    const wish = { changes, unlessThere };
    for (const path of Object.keys(changes)) this.newest.set(path, wish);
    return this.run(this.keeper.saveAnswers(changes, unlessThere), (kept) => {
      const paths = this.stillWished(wish);
      if (kept) for (const path of paths) this.newest.delete(path);
      this.note(paths, !kept);
      if (kept) this.wrote.value = true;
    });
  }

  /** Paths for which no later answer is on its way: of the others it no longer matters what became of this wish. */
  private stillWished(wish: Wish): readonly string[] {
    return Object.keys(wish.changes).filter((path) => this.newest.get(path) === wish);
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
    const wishes = new Set([...this.failed.value].flatMap((path) => this.newest.get(path) ?? []));
    await Promise.all([...wishes].map((wish) => {
      const changes = this.stillWished(wish).map((path) => [path, wish.changes[path] ?? null] as const);
      return this.save(Object.fromEntries(changes), wish.unlessThere);
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

  private note(paths: readonly string[], failed: boolean): void {
    const others = [...this.failed.value].filter((path) => !paths.includes(path));
    this.failed.value = new Set(failed ? [...others, ...paths] : others);
  }
}

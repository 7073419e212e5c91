// Words being typed: handed on within half a second, and at once when the person goes on or the page is hidden.

import { signal } from "@preact/signals";

const PAUSE = 350;

/** Holds the newest text per question for at most `PAUSE` ms. */
export class Typing {
  /** Whether something typed has not been handed on yet. */
  readonly isWaiting = signal(false);
  private readonly waiting = new Map<string, string>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly handOn: (path: string, text: string) => void) {}

  type(path: string, text: string): void {
    this.waiting.set(path, text);
    this.isWaiting.value = true;
    // Counted from the first key, not the last: someone who never pauses must not go unsaved.
    this.timer ??= setTimeout(() => this.flush(), PAUSE);
  }

  /** Hand on what waits, now. */
  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const texts = [...this.waiting];
    this.waiting.clear();
    for (const [path, text] of texts) this.handOn(path, text);
    this.isWaiting.value = false;
  }

  /** Forget what was being typed into one question: it has been answered another way. */
  drop(path: string): void {
    this.waiting.delete(path);
    this.isWaiting.value = this.waiting.size > 0;
  }
}

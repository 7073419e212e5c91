// Two windows on one interview: one writes, the other follows, and may take over. A courtesy; storage is the guarantee.
import { signal } from "@preact/signals";

export class Holding {
  /** Whether this window is the one that writes. Where the browser has no locks, every window does. */
  readonly isMine = signal(true);
  private letGo: () => void = () => undefined;
  private waiting: AbortController | null = null;
  private isOver = false;

  /** `name` is shared by all windows on the interview; null where there can be only one. */
  constructor(private readonly name: string | null) {}

  /** Write if nobody else does; else follow, and write when they are gone. */
  start(): void {
    void this.ask({ ifAvailable: true }).then(() => {
      if (this.isMine.value) return;
      this.waiting = new AbortController();
      void this.ask({ signal: this.waiting.signal });
    });
  }

  /** Write here from now on; the other window follows. */
  take(): void {
    this.waiting?.abort();
    void this.ask({ steal: true });
  }

  /** What the browser grants after this is given back at once. */
  stop(): void {
    this.isOver = true;
    this.waiting?.abort();
    this.letGo();
  }

  /** Resolves once it is known whether the lock is here. */
  private ask(options: LockOptions): Promise<void> {
    const locks = (navigator as Partial<Navigator>).locks;
    if (!locks || this.name === null) return Promise.resolve();
    const name = this.name;
    return new Promise((known) => {
      const held = (lock: Lock | null) => {
        this.isMine.value = lock !== null;
        known();
        return lock && !this.isOver ? new Promise<void>((letGo) => { this.letGo = letGo; }) : undefined;
      };
      // Rejects when another window takes over, or when waiting was given up.
      locks.request(name, options, held).catch(() => {
        if (!options.signal?.aborted) this.isMine.value = false;
        known();
      });
    });
  }
}

// What stands in the way of an answer, and when to say so: never before the person has had a chance to finish it.
import { signal } from "@preact/signals";
import { canAsk } from "../questions/types";
import type { Answers } from "./answers";

export type Obstacle = "unclear" | "required" | "constraint";

/** Obstacles by path. They exist at once, and are shown only after the question was left, chosen in, or passed over. */
export class Checking {
  /** Questions whose content may be judged, and questions whose emptiness may be. */
  private readonly judged = signal<ReadonlySet<string>>(new Set());
  private readonly passed = signal<ReadonlySet<string>>(new Set());

  constructor(private readonly answers: Answers) {}

  /** What stands in the way of this question, shown or not. */
  obstacle(path: string): Obstacle | null {
    const { relevant, readonly, required, value, constraintOk } = this.answers.look(path);
    if (!relevant || readonly) return null;
    if (this.answers.unclear(path) !== undefined) return "unclear";
    if (!constraintOk) return "constraint";
    return required && value === "" && !this.mayStayEmpty(path) ? "required" : null;
  }

  /** A reason stands in for an answer; having skipped does so only where the author offers it. */
  private mayStayEmpty(path: string): boolean {
    const node = this.answers.form.node(path);
    const reason = this.answers.reason(path);
    // A phone may not say where it is, and hardly anyone can type a way or an area.
    if (/^(note|geotrace|geoshape)$/.test(node.type) || !canAsk(node)) return true;
    return reason === "skipped" ? (node.answer_options ?? []).includes("skip") : reason !== undefined;
  }

  /** What is to be shown at this question now. */
  shown(path: string): Obstacle | null {
    const obstacle = this.obstacle(path);
    const wanted = obstacle === "required" ? this.passed : this.judged;
    return wanted.value.has(path) ? obstacle : null;
  }

  /** The person has left the field, or chosen: its content may be judged. */
  judge(path: string): void {
    this.judged.value = new Set([...this.judged.value, path]);
  }

  /** The person wants to go on: everything may be judged. Returns the first question that stands in the way. */
  pass(paths: readonly string[]): string | undefined {
    this.judged.value = new Set([...this.judged.value, ...paths]);
    this.passed.value = new Set([...this.passed.value, ...paths]);
    return paths.find((path) => this.obstacle(path) !== null);
  }
}

// What has been typed into drafts and not yet saved. It outlives its screen, and a session that ends; not the closing of the tab.
import { signal } from "@preact/signals";
import type { QuestionSet } from "../../client/desk";

export interface Typed {
  text: string;
  /** What the server had when the typing began. */
  base: QuestionSet;
}

const typed = signal<ReadonlyMap<string, Typed>>(new Map());

export const typedOf = (id: string): Typed | undefined => typed.value.get(id);

export function keepTyped(id: string, now: Typed | null): void {
  const next = new Map(typed.value);
  if (now) next.set(id, now);
  else next.delete(id);
  typed.value = next;
}

addEventListener("beforeunload", (event) => {
  if (typed.value.size > 0) event.preventDefault();
});

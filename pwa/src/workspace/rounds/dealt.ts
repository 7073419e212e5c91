// Cards just made. The server shows them once and keeps hashes; here they live until somebody says that they are on paper.
import { signal } from "@preact/signals";
import type { Cards } from "../../client/desk";

const waiting = signal<ReadonlyMap<string, Cards>>(new Map());

export const dealt = {
  of: (roundId: string): Cards | undefined => waiting.value.get(roundId),
  /** Put cards to those that wait already. */
  add(roundId: string, cards: Cards): void {
    const before = waiting.value.get(roundId) ?? { codes: [], links: [] };
    waiting.value = new Map(waiting.value).set(roundId, { codes: [...before.codes, ...cards.codes], links: [...before.links, ...cards.links] });
  },
  forget(roundId: string): void {
    const left = new Map(waiting.value);
    left.delete(roundId);
    waiting.value = left;
  },
};

addEventListener("beforeunload", (event) => {
  if (waiting.value.size > 0) event.preventDefault();
});

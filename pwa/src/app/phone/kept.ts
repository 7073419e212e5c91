// What the phone keeps, as signals: the screens follow every write, of this tab or another.
import { signal } from "@preact/signals";
import { checkStorage, drafts, outboxRows, rounds, subscribe, type Draft, type JoinedRound, type OutboxRow, type StorageSafety, type StoreName } from "../../storage";

export const keptRounds = signal<JoinedRound[]>([]);
export const keptDrafts = signal<Draft[]>([]);
export const keptOutbox = signal<OutboxRow[]>([]);
export const safety = signal<StorageSafety | null>(null);

const readers: Partial<Record<StoreName, () => Promise<void>>> = {
  joins: async () => { keptRounds.value = await rounds(); },
  drafts: async () => { keptDrafts.value = await drafts(); },
  outbox: async () => { keptOutbox.value = await outboxRows(); },
};

/** Check that the phone can keep answers, then show what it has kept. */
export async function startKeeping(): Promise<void> {
  safety.value = await checkStorage();
  subscribe(({ store }) => void readers[store]?.().catch(() => undefined));
  await Promise.all(Object.values(readers).map((read) => read()));
}

export async function checkAgain(): Promise<void> {
  safety.value = await checkStorage();
}

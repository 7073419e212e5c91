// What the phone keeps, as signals: the screens follow every write, of this tab or another.
import { signal } from "@preact/signals";
import { checkStorage, drafts, isJoined, opened, outboxRows, rounds, subscribe, type Draft, type JoinedRound, type OutboxRow, type StorageSafety, type StoreName } from "../../storage";

export const keptRounds = signal<JoinedRound[]>([]);
export const keptDrafts = signal<Draft[]>([]);
export const keptOutbox = signal<OutboxRow[]>([]);
export const safety = signal<StorageSafety | null>(null);

const readers: Partial<Record<StoreName, () => Promise<void>>> = {
  joins: async () => { keptRounds.value = await rounds(); },
  drafts: async () => { keptDrafts.value = await drafts(); },
  outbox: async () => { keptOutbox.value = await outboxRows(); },
};

/**
 * Show what this phone keeps, and whether it can keep answers. Whoever has begun an interview here goes on at once; for everybody else
 * the check comes first.
 */
export async function startKeeping(): Promise<void> {
  subscribe(({ store }) => void readers[store]?.().catch(() => undefined));
  const checked = checkAgain();
  const { joins, drafts, outbox, interview } = await opened();
  keptRounds.value = joins.filter(isJoined);
  keptDrafts.value = drafts;
  keptOutbox.value = outbox;
  if (!interview) await checked;
}

/** Read again what another tab may have written while the app was starting. */
export async function readAgain(): Promise<void> {
  await Promise.all(Object.values(readers).map((read) => read()));
}

export async function checkAgain(): Promise<void> {
  safety.value = await checkStorage();
}

// What the phone keeps, as signals: the screens follow every write, of this tab or another.
import { signal } from "@preact/signals";
import { checkStorage, drafts, isJoined, opened, outboxRows, rounds, storageSafety, subscribe, type Draft, type JoinedRound, type OutboxRow, type StorageSafety, type StoreName } from "../../storage";

export const keptRounds = signal<JoinedRound[]>([]);
export const keptDrafts = signal<Draft[]>([]);
export const keptOutbox = signal<OutboxRow[]>([]);
export const safety = signal<StorageSafety | null>(null);

const readers: Partial<Record<StoreName, () => Promise<void>>> = {
  joins: async () => { keptRounds.value = await rounds(); },
  drafts: async () => { keptDrafts.value = await drafts(); },
  outbox: async () => { keptOutbox.value = await outboxRows(); },
};

/** Show what this phone keeps. */
export async function startKeeping(): Promise<void> {
  subscribe(({ store }) => void readers[store]?.().catch(() => undefined));
  const { joins, drafts, outbox } = await opened();
  keptRounds.value = joins.filter(isJoined);
  keptDrafts.value = drafts;
  keptOutbox.value = outbox;
}

/** Read again what another tab may have written while the app was starting. */
export async function readAgain(): Promise<void> {
  await Promise.all(Object.values(readers).map((read) => read()));
}

/** Show what the check at the start has found; it is made here if it was not made before. */
export async function startChecking(): Promise<void> {
  safety.value = storageSafety() ?? (await checkStorage());
}

/** Find out anew whether this phone can keep answers. */
export async function checkAgain(): Promise<void> {
  safety.value = await checkStorage();
}

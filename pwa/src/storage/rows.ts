// The small vocabulary in which a write is described: the same in IndexedDB and in the memory that stands in for it.
import type { Content, Draft, Join, OutboxRow, Setting, StoreName, StoredMedium, StoredVersion } from "./records";

export interface Stores {
  joins: Join;
  versions: StoredVersion;
  drafts: Draft;
  outbox: OutboxRow;
  contents: Content;
  settings: Setting;
  media: StoredMedium;
  probes: { id: string; bytes: Uint8Array | Blob };
}

export type AnyStore = StoreName | "probes";

/** The key of each store. Never changes. */
export const keyOf: { [S in AnyStore]: keyof Stores[S] & string } = {
  joins: "id", versions: "hash", drafts: "instanceId", outbox: "instanceId", contents: "instanceId", settings: "name", media: "sha256", probes: "id",
};

/** Rows within one transaction. Await nothing else inside: IndexedDB would commit early. */
export interface Rows {
  get<S extends AnyStore>(store: S, id: string): Promise<Stores[S] | undefined>;
  all<S extends AnyStore>(store: S): Promise<Stores[S][]>;
  put<S extends AnyStore>(store: S, row: Stores[S]): Promise<void>;
  remove(store: AnyStore, id: string): Promise<void>;
}

/** Something that runs work in one transaction: all of it is kept, or none. */
export interface Database {
  read<R>(stores: AnyStore[], work: (rows: Rows) => Promise<R>): Promise<R>;
  write<R>(stores: AnyStore[], work: (rows: Rows) => Promise<R>): Promise<R>;
}

// Opens IndexedDB, and holds the one function through which everything is written.
import { openDB, type IDBPDatabase, type IDBPTransaction } from "idb";
import { keyOf, type AnyStore, type Database, type Rows } from "./rows";

const NAME = "askwell";
const VERSION = 2;
const STORES = Object.keys(keyOf) as AnyStore[];

/** The phone could not keep something. The screen must go on showing what was typed, as not saved. */
export class StorageFailed extends Error {
  override name = "StorageFailed";
  constructor(override readonly cause: unknown, readonly full: boolean) {
    super(cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause));
  }
}

let connection: Promise<IDBPDatabase> | null = null;
let standIn: Database | null = null;

/** Use another database instead of IndexedDB: memory where a browser has none. */
export function useDatabase(database: Database | null): void {
  standIn = database;
}

/** Look at rows in one transaction. */
export function read<R>(stores: AnyStore[], work: (rows: Rows) => Promise<R>): Promise<R> {
  return (standIn ?? indexedDatabase).read(stores, work);
}

/** Change rows in one transaction; resolves when it is on disk. `work` may run twice, so it must bear that. */
export function write<R>(stores: AnyStore[], work: (rows: Rows) => Promise<R>): Promise<R> {
  return (standIn ?? indexedDatabase).write(stores, work);
}

/** Close the connection; the next call opens a new one. */
export async function closeDatabase(): Promise<void> {
  const closing = connection;
  connection = null;
  (await closing?.catch(() => null))?.close();
}

const indexedDatabase: Database = {
  read: (stores, work) => twice(() => inTransaction(stores, "readonly", work)),
  write: (stores, work) => twice(() => inTransaction(stores, "readwrite", work)),
};

function open(): Promise<IDBPDatabase> {
  // A later app may have been here before this one was put back. It has only added, so what is there can be read as it is.
  connection ??= openAs(VERSION).catch((failure: unknown) => {
    if (isOfLaterApp(failure)) return openAs(undefined);
    throw failure;
  }).catch((failure: unknown) => {
    connection = null;
    throw failure;
  });
  return connection;
}

function openAs(version: number | undefined): Promise<IDBPDatabase> {
  return openDB(NAME, version, {
    // Additive for ever: a store is created when missing, and never dropped or renamed.
    upgrade(database) {
      for (const store of STORES) {
        if (!database.objectStoreNames.contains(store)) database.createObjectStore(store, { keyPath: keyOf[store] });
      }
    },
    blocking: () => void closeDatabase(),
    terminated: () => { connection = null; },
  });
}

function isOfLaterApp(failure: unknown): boolean {
  return failure instanceof DOMException && failure.name === "VersionError";
}

async function inTransaction<R>(stores: AnyStore[], mode: "readonly" | "readwrite", work: (rows: Rows) => Promise<R>): Promise<R> {
  const transaction = (await open()).transaction(stores, mode, { durability: "strict" });
  const finished = transaction.done;
  finished.catch(() => undefined);
  try {
    const result = await work(rowsOf(transaction));
    await finished; // oncomplete; a request that succeeded may still be undone by an abort
    return result;
  } catch (failure) {
    try { transaction.abort(); } catch { /* it is over already */ }
    const reason: unknown = await finished.then(() => failure, (why: unknown) => why);
    throw isAbort(failure) ? reason : failure;
  }
}

/** A request's own error only says that its transaction was aborted; the transaction knows why (a full disk, say). */
function isAbort(failure: unknown): boolean {
  return failure instanceof DOMException && failure.name === "AbortError";
}

function rowsOf(transaction: IDBPTransaction<unknown, AnyStore[], "readonly" | "readwrite">): Rows {
  const store = (name: AnyStore) => transaction.objectStore(name) as unknown as {
    get(id: string): Promise<never>; getAll(): Promise<never>; put(row: unknown): Promise<unknown>; delete(id: string): Promise<void>;
  };
  return {
    get: (name, id) => store(name).get(id),
    all: (name) => store(name).getAll(),
    put: async (name, row) => {
      await store(name).put(row);
    },
    remove: (name, id) => store(name).delete(id),
  };
}

const DEAD_CONNECTION = new Set(["InvalidStateError", "UnknownError", "AbortError", "TransactionInactiveError"]);

/** iOS kills the connection of a page in the background, and a dead one never recovers: open a new one and do it once more. */
async function twice<R>(attempt: () => Promise<R>): Promise<R> {
  try {
    return await attempt();
  } catch (failure) {
    if (!isDead(failure)) throw asStorageFailure(failure);
    await closeDatabase();
    return attempt().catch((again: unknown) => { throw asStorageFailure(again); });
  }
}

function isDead(failure: unknown): boolean {
  return failure instanceof DOMException && DEAD_CONNECTION.has(failure.name);
}

function asStorageFailure(failure: unknown): unknown {
  return failure instanceof DOMException ? new StorageFailed(failure, failure.name === "QuotaExceededError") : failure;
}

// Rows kept in this page only, for browsers without IndexedDB: nothing is promised beyond the next reload, and the app says so.
import { keyOf, type AnyStore, type Database, type Rows, type Stores } from "./rows";

/** A database that forgets everything when the page goes. */
export function memoryDatabase(): Database {
  let shelves = new Map<string, unknown>();
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <R>(work: (rows: Rows) => Promise<R>): Promise<R> => {
    const turn = queue.then(async () => {
      const copy = new Map(shelves);
      const result = await work(rowsIn(copy));
      shelves = copy;
      return result;
    });
    queue = turn.catch(() => undefined);
    return turn;
  };
  return { read: (_, work) => inTurn(work), write: (_, work) => inTurn(work) };
}

function rowsIn(shelves: Map<string, unknown>): Rows {
  const place = (store: AnyStore, id: string) => `${store}/${id}`;
  return {
    get: <S extends AnyStore>(store: S, id: string) => Promise.resolve(structuredClone(shelves.get(place(store, id))) as Stores[S] | undefined),
    all: <S extends AnyStore>(store: S) => Promise.resolve(
      [...shelves].filter(([key]) => key.startsWith(`${store}/`)).map(([, row]) => structuredClone(row) as Stores[S])),
    put: (store, row) => {
      shelves.set(place(store, String(row[keyOf[store]])), structuredClone(row));
      return Promise.resolve();
    },
    remove: (store, id) => {
      shelves.delete(place(store, id));
      return Promise.resolve();
    },
  };
}

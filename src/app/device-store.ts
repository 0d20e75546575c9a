import { createStore, type UseStore } from "idb-keyval";

/** Asks a store of this browser's IndexedDB. */
export type AskStore = <T>(work: (store: UseStore) => Promise<T>) => Promise<T>;

/** It is opened when it is first asked, as that may throw where storage is blocked; where it could not be opened, anew the next time. */
export function deviceStore(database: string, name: string): AskStore {
  let opened: UseStore | undefined;
  return async (work) => {
    try {
      return await work((opened ??= createStore(database, name)));
    } catch (error) {
      opened = undefined;
      throw error;
    }
  };
}

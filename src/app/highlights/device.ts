/** Marks as this browser keeps them: one entry of its IndexedDB each. */
import { createStore, delMany, entries, setMany, type UseStore } from "idb-keyval";
import type { Mark } from "./mark.ts";

let opened: UseStore | undefined;
// Asking for the database may throw where storage is blocked, so never while a module is loaded.
const database = (): UseStore => (opened ??= createStore("live-paper-notes", "marks"));

export async function readAll(): Promise<Map<string, Mark>> {
  return new Map(await entries<string, Mark>(database()));
}

/** Writes what is given; null removes. */
export async function write(changes: ReadonlyMap<string, Mark | null>): Promise<void> {
  const kept: [string, Mark][] = [];
  const gone: string[] = [];
  for (const [id, mark] of changes) {
    if (mark) kept.push([id, mark]);
    else gone.push(id);
  }
  if (kept.length > 0) await setMany(kept, database());
  if (gone.length > 0) await delMany(gone, database());
}

/** What to tell the reader when the browser refuses. */
export function sentenceOf(error: unknown): string {
  const why =
    (error as { name?: unknown } | null)?.name === "QuotaExceededError"
      ? "This browser’s storage for the site is full"
      : "This browser lets the page store nothing (a private window, or storage is blocked)";
  return `${why}. Your notes stay here until you close or leave this page: export them to keep them.`;
}

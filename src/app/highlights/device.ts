/** Marks as this browser keeps them: one entry of its IndexedDB each. */
import { delMany, entries, setMany } from "idb-keyval";
import { deviceStore } from "../device-store.ts";
import type { Mark } from "./mark.ts";

const asked = deviceStore("live-paper-notes", "marks");

export const readAll = async (): Promise<Map<string, Mark>> =>
  new Map(await asked((from) => entries<string, Mark>(from)));

/** Writes what is given; null removes. */
export async function write(changes: ReadonlyMap<string, Mark | null>): Promise<void> {
  const kept: [string, Mark][] = [];
  const gone: string[] = [];
  for (const [id, mark] of changes) {
    if (mark) kept.push([id, mark]);
    else gone.push(id);
  }
  if (kept.length > 0) await asked((to) => setMany(kept, to));
  if (gone.length > 0) await asked((from) => delMany(gone, from));
}

const NOT_LOST =
  "Your notes stay here until you close or leave this page: export them to keep them.";
/** What to tell the reader when the browser gives no answer at all. */
export const NO_ANSWER = `This browser’s storage for the site does not answer. ${NOT_LOST}`;

/** What to tell the reader when the browser refuses. */
export function sentenceOf(error: unknown): string {
  const why =
    (error as { name?: unknown } | null)?.name === "QuotaExceededError"
      ? "This browser’s storage for the site is full"
      : "This browser lets the page store nothing (a private window, or storage is blocked)";
  return `${why}. ${NOT_LOST}`;
}

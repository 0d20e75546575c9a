/** The one index of the page, made when the search is first opened. */
import type { NotePassages } from "../../notes/note.ts";
import { createFind, type Find } from "./find.ts";

export interface SearchIndex {
  readonly find: Find;
  readonly notes: readonly NotePassages[];
}

let coming: Promise<SearchIndex> | undefined;

/** Rejects where the passages cannot be had; the next call tries again. */
export function searchIndex(): Promise<SearchIndex> {
  coming ??= load();
  coming.catch(() => (coming = undefined));
  return coming;
}

async function load(): Promise<SearchIndex> {
  const { notes } = await import("virtual:passages");
  return { notes, find: await createFind(notes) };
}

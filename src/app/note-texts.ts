/** The texts of notes that are here: of the page that was served, and those that were fetched since. */
import { use } from "react";
import { loadOrReload } from "./load-or-reload.ts";
import { fetchText, type NoteText } from "./notes.ts";
import { readInPieces } from "./read-in-pieces.ts";

const known = new Map<string, NoteText>();
const coming = new Map<string, Promise<NoteText>>();

/** Makes a text that is already here the note's. */
export function adopt(text: NoteText): NoteText {
  known.set(text.meta.slug, text);
  return text;
}

/** Takes the text from the page as it was served, which saves fetching it a second time. */
export async function adoptServed(page: HTMLElement): Promise<void> {
  const about = page.querySelector<HTMLElement>("[data-about]")?.dataset.about;
  const body = page.querySelector("[data-note]");
  if (!about || !body) return;
  adopt({ ...(JSON.parse(about) as Omit<NoteText, "html">), html: await readInPieces(body) });
}

/** The note's text; suspends until it has arrived. */
export function useNoteText(slug: string): NoteText {
  const here = known.get(slug);
  return here ?? use(request(slug));
}

function request(slug: string): Promise<NoteText> {
  const running = coming.get(slug);
  if (running) return running;
  const arriving = loadOrReload(() => fetchText(slug)).then(adopt);
  coming.set(slug, arriving);
  return arriving;
}

/** What could not be fetched is asked for again. Not at once: whoever waits for it must be told first. */
export const forgetNote = (slug: string): boolean => coming.delete(slug);

/**
 * The HTML of notes, wrapped once: React compares these objects by identity, and a new one would rewrite the note and wipe
 * the figures mounted in it.
 */
import { use } from "react";
import { fetchHtml } from "./notes.ts";
import { trustedHtml } from "./trusted.ts";

export interface NoteHtml {
  readonly __html: string;
}

const known = new Map<string, NoteHtml>();
const coming = new Map<string, Promise<NoteHtml>>();

/** Makes HTML that is already here (in the page as it was served) the note's. */
export function adopt(slug: string, html: string): NoteHtml {
  const wrapped = { __html: trustedHtml(html) };
  known.set(slug, wrapped);
  return wrapped;
}

/** The note's HTML; suspends until it has arrived. */
export function useNoteHtml(slug: string): NoteHtml {
  const here = known.get(slug);
  return here ?? use(request(slug));
}

function request(slug: string): Promise<NoteHtml> {
  const running = coming.get(slug);
  if (running) return running;
  const arriving = fetchHtml(slug).then((html) => adopt(slug, html));
  // A build that has been replaced no longer has the file: the page itself always has the text.
  arriving.catch(() => location.reload());
  coming.set(slug, arriving);
  return arriving;
}

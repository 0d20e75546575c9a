/**
 * The text of notes, wrapped once: React compares the wrapped HTML by identity, and a new one would rewrite the note and
 * wipe the figures mounted in it.
 */
import { use } from "react";
import type { NoteMeta, OutlineEntry } from "../notes/note.ts";
import { loadOrReload } from "./load-or-reload.ts";
import { fetchText } from "./notes.ts";
import { readInPieces } from "./read-in-pieces.ts";
import { trustedHtml } from "./trusted.ts";

export interface NoteHtml {
  readonly __html: string;
}

export interface NoteText {
  readonly meta: NoteMeta;
  readonly html: NoteHtml;
  readonly outline: readonly OutlineEntry[];
}

const known = new Map<string, NoteText>();
const coming = new Map<string, Promise<NoteText>>();

/** Makes a text that is already here the note's. */
export function adopt({ html, ...rest }: Omit<NoteText, "html"> & { html: string }): NoteText {
  const text = { html: { __html: trustedHtml(html) }, ...rest };
  known.set(rest.meta.slug, text);
  return text;
}

/** Takes the text from the page as it was served, which saves fetching it a second time. */
export async function adoptServed(page: HTMLElement): Promise<void> {
  const article = page.querySelector<HTMLElement>("[data-about]");
  const body = page.querySelector("[data-note]");
  if (!article || !body) return;
  const links = page.querySelectorAll<HTMLAnchorElement>(".outline-beside a");
  const outline = [...links].map(({ hash, firstChild, dataset }): OutlineEntry => ({
    id: hash.slice(1),
    // What follows the words is the mark of figures.
    text: firstChild!.textContent!,
    depth: dataset.depth === "3" ? 3 : 2,
    figures: Number(dataset.figures ?? 0),
  }));
  const meta = JSON.parse(article.dataset.about!) as NoteMeta;
  adopt({ html: await readInPieces(body), outline, meta });
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

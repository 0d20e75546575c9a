/** The part of a text that shows why it was found. */
import { placesOf, termsOf } from "./terms.ts";

export interface Piece {
  readonly text: string;
  readonly found: boolean;
}

/** Letters of a snippet, about two lines. */
const LENGTH = 150;
/** Letters shown before the first word that was found. */
const LEAD = 40;

/** Cuts a text into what was found and what stands around it. */
export function marked(text: string, terms: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { word, start } of placesOf(text)) {
    if (!termsOf(word).some((term) => terms.has(term))) continue;
    if (start > end) pieces.push({ text: text.slice(end, start), found: false });
    pieces.push({ text: word, found: true });
    end = start + word.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), found: false });
  return pieces;
}

/** About two lines around the place where most of the terms stand together. */
export function snippet(text: string, terms: ReadonlySet<string>): Piece[] {
  if (text.length <= LENGTH * 1.2) return marked(text, terms);
  const hits = placesOf(text).flatMap(({ word, start }) =>
    termsOf(word)
      .filter((term) => terms.has(term))
      .map((term) => ({ term, start })),
  );
  let best = { start: 0, count: 0 };
  for (const { start } of hits) {
    const near = hits.filter((hit) => hit.start >= start && hit.start < start + LENGTH - LEAD);
    const count = new Set(near.map(({ term }) => term)).size;
    if (count > best.count) best = { start, count };
  }
  // Begins and ends between words, and does not waste the end of the text.
  const wanted = Math.min(best.start - LEAD, text.length - LENGTH);
  const from = wanted <= 0 ? 0 : text.indexOf(" ", wanted) + 1;
  const cut = text.indexOf(" ", from + LENGTH);
  const to = cut < 0 ? text.length : cut;
  const middle = marked(text.slice(from, to), terms);
  const dots: Piece = { text: "…", found: false };
  return [...(from > 0 ? [dots] : []), ...middle, ...(to < text.length ? [dots] : [])];
}

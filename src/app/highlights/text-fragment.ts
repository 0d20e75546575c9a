/** Links to a passage that browsers understand by themselves: `#:~:text=first words,last words`. */
import type { NoteText } from "./note-text.ts";
import { occurrences, type Span } from "./passage.ts";

/** Shorter passages are quoted whole. Code units. */
const WHOLE = 200;
/** Words that are quoted of longer ones: as few as the text has only once, of the beginning; so many of the end. */
const WORDS = { fewest: 4, most: 16, closing: 4 } as const;
/** How far before a passage words are taken that tell it from others. Code units. */
const BEFORE = 60;

/** Signs around words say nothing, and two texts seldom agree on them. */
const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** What the syntax needs is encoded too. */
const encoded = (words: string): string => encodeURIComponent(words).replaceAll("-", "%2D");

const isLetter = (sign: string | undefined): boolean => /[\p{L}\p{N}]/u.test(sign ?? "");

/** The fragment, without `#`; null where a passage is nothing but formulas. */
export function textFragment(note: NoteText, span: Span): string | null {
  const { start, end } = wholeWords(note.text, span);
  const runs = wordRuns(note, { start, end });
  const [first] = runs;
  if (first === undefined) return null;
  const prefix = occurrences(note.text, first).length > 1 ? wordsBefore(note, start) : "";
  const context = prefix && note.text.startsWith(first, start) ? `${encoded(prefix)}-,` : "";
  if (runs.length === 1 && first.length <= WHOLE) return `:~:text=${context}${encoded(first)}`;
  const close = runs.at(-1)!.split(" ").slice(-WORDS.closing).join(" ");
  return `:~:text=${context}${encoded(opening(note.text, first))},${encoded(close)}`;
}

/** Browsers find whole words only. */
function wholeWords(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (isLetter(text[from - 1]) && isLetter(text[from])) from -= 1;
  while (isLetter(text[to]) && isLetter(text[to - 1])) to += 1;
  return { start: from, end: to };
}

function opening(text: string, run: string): string {
  const words = run.split(" ");
  for (let count = WORDS.fewest; count < WORDS.most; count += 2) {
    const phrase = words.slice(0, count).join(" ");
    if (occurrences(text, phrase).length === 1) return phrase;
  }
  return words.slice(0, WORDS.most).join(" ");
}

/** Words right before a place, in the same block and with no formula between; may be none. */
function wordsBefore(note: NoteText, place: number): string {
  const { start } = wholeWords(note.text, { start: Math.max(0, place - BEFORE), end: place });
  const before = wordRuns(note, { start, end: place }).at(-1) ?? "";
  return note.text.slice(0, place).trimEnd().endsWith(before) ? before : "";
}

/** The words of a stretch between formulas, the edges of blocks, and what the text leaves out: a browser's search stops there. */
function wordRuns({ text, pieces }: NoteText, span: Span): string[] {
  const runs: string[] = [];
  let run = "";
  let at = span.start;
  const flush = (): void => {
    const words = run.replace(EDGES, "");
    if (words) runs.push(words);
    run = "";
  };
  for (const { offsets, cut, start, end } of pieces) {
    if (end <= span.start || start >= span.end) continue;
    // Between pieces that do not touch stands the edge of a block.
    if (!offsets || cut || start > at) flush();
    if (offsets) run += text.slice(Math.max(start, span.start), Math.min(end, span.end));
    at = end;
  }
  flush();
  return runs;
}

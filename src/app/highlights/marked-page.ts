/** The note on the page, and where in it the marks are. */
import type { Found } from "./anchoring.ts";
import { anchorInNote } from "./anchor-in-note.ts";
import { cell } from "./watched-value.ts";
import type { Mark } from "./mark.ts";
import { paintableOf, rangeOf, readText, type NoteText } from "./note-text.ts";
import type { Passage } from "./passage.ts";
import { marks } from "./store.ts";

export interface Place extends Found {
  readonly range: Range;
  readonly words: readonly Range[];
  readonly formulas: readonly Element[];
}

interface Page {
  readonly slug: string;
  readonly body: HTMLElement;
}

/** The note being read; null on other pages. */
export const page = cell<Page | null>(null);
/** By id of the mark; a mark of this note that is not in here has lost its passage. */
export const places = cell<ReadonlyMap<string, Place>>(new Map());

/** Not all marks have been looked for yet. */
export const searching = cell(false);

/** Looking for passages takes this long at a time, ms: the page goes on in between. */
const SLICE = 12;

let read: NoteText | null = null;
let known = new Map<Passage, Place | null>();

/** The text of the note on the page, read anew when nodes that it was read from are gone. */
export function text(): NoteText {
  if (!read?.pieces.every(({ node }) => node.isConnected)) {
    read = readText(page.get()!.body);
    known = new Map();
  }
  return read;
}

export const marksHere = (): Mark[] => {
  const slug = page.get()?.slug;
  return [...marks.get().values()].filter(({ note }) => note === slug);
};

/** Where the text begins, px of the window. */
export const columnOf = (): number => page.get()?.body.getBoundingClientRect().left ?? 0;

export function showPage(next: Page | null): void {
  read = null;
  page.set(next);
  places.set(new Map());
  locate();
}

let latest = 0;

/** Finds all marks of the note again: at once where that is quick, else some at a time. */
export function locate(): void {
  latest += 1;
  locateSome(latest);
}

function locateSome(turn: number): void {
  if (turn !== latest) return;
  const until = performance.now() + SLICE;
  const found = new Map<string, Place>();
  let left = 0;
  if (page.get()) {
    const here = text();
    for (const { id, passage } of marksHere()) {
      let place = known.get(passage);
      if (place === undefined && performance.now() < until)
        known.set(passage, (place = placeOf(here, passage)));
      if (place === undefined) left += 1;
      if (place) found.set(id, place);
    }
  }
  // Who follows looks at all of them each time: few times, however many slices it takes.
  if (left === 0 || found.size >= 2 * places.get().size) places.set(found);
  searching.set(left > 0);
  if (left > 0) setTimeout(locateSome, 0, turn);
}

function placeOf(here: NoteText, passage: Passage): Place | null {
  const found = anchorInNote(here, passage);
  const range = found && rangeOf(here, found);
  return found && range ? { ...found, range, ...paintableOf(here, found) } : null;
}

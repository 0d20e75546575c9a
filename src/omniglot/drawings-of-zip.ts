/** Drawings from one of Omniglot’s zip files, in the layout of its packed form. */
import { BYTES, DRAWINGS, drawingAt } from "./alphabets.ts";
import { inkOfPng } from "./one-bit-png.ts";
import { reducedDrawing } from "./reduced-drawing.ts";
import { Refusal } from "./refusal.ts";
import { contentOf, entriesOf, type Entry } from "./zip-entries.ts";

/** The official ones have 6 and 10 MB. */
const MOST_MB = 64;
/** Bytes of a picture: 105 rows of 105 grey pixels that do not shrink, and what PNG needs around them. */
const MOST_BYTES = 13_000;
/** Drawings between two words on how far it is. */
const OFTEN = 200;

/** `images_evaluation/Angelic/character01/0965_01.png`: the alphabet, the character in it, and the drawer. */
const PATH = /(?:^|\/)([^/]+)\/character(\d\d)\/\d+_(\d\d)\.png$/;
/** What macOS adds to an archive. */
const ADDED = /(?:^|\/)(?:__MACOSX\/|\.)/;

/** A sentence on a file that is not even read. */
export const tooLarge = (bytes: number): string | null =>
  bytes <= MOST_MB * 1e6
    ? null
    : `has ${Math.round(bytes / 1e6)} MB; Omniglot’s zip files have about 10 MB.`;

/**
 * All 32,460 drawings of 98 bytes, that of character c by drawer d at `(20 c + d) · 98`; zeros where the file has none, as no drawing
 * is empty. `heard` is told how many of how many are read. Throws `Refusal`.
 */
export function drawingsOfZip(
  zip: Uint8Array,
  heard: (done: number, all: number) => void = () => {},
): Uint8Array<ArrayBuffer> {
  const entries = entriesOf(zip);
  const found = entries.flatMap((entry) => {
    const place = placeOf(entry.path);
    return place === null ? [] : [{ entry, place }];
  });
  if (found.length === 0) throw new Refusal(noneAmong(entries));
  const bits = new Uint8Array(DRAWINGS * BYTES);
  for (const [i, { entry, place }] of found.entries()) {
    if (i % OFTEN === 0) heard(i, found.length);
    bits.set(drawingOf(zip, entry), place * BYTES);
  }
  return bits;
}

/** Who fetches the whole of github.com/brendenlake/omniglot has the files in a file. */
function noneAmong(entries: readonly Entry[]): string {
  const within = entries.filter(({ path }) => /(?:^|\/)images_\w+\.zip$/.test(path));
  return within.length > 0
    ? `holds drawings in zip files of their own: unpack it, and bring ${within.map(({ path }) => path).join(", ")}.`
    : "holds no drawings of Omniglot: no alphabet’s folder such as Angelic, with folders character01, character02 and so on.";
}

function placeOf(path: string): number | null {
  const [, alphabet, character, drawer] = (!ADDED.test(path) && PATH.exec(path)) || [];
  return alphabet === undefined ? null : drawingAt(alphabet, Number(character), Number(drawer));
}

function drawingOf(zip: Uint8Array, entry: Entry): Uint8Array {
  try {
    return reducedDrawing(inkOfPng(contentOf(zip, entry, MOST_BYTES)));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(`cannot be used: ${entry.path} in it ${error.message}`);
  }
}

/** Whether there is a drawing at this place. */
export function isDrawn(bits: Uint8Array, place: number): boolean {
  for (let i = place * BYTES; i < (place + 1) * BYTES; i++) if (bits[i] !== 0) return true;
  return false;
}

/** Those of `more`, and of `before` where it has none. */
export function joined(before: Uint8Array, more: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(before);
  for (let place = 0; place < DRAWINGS; place++)
    if (isDrawn(more, place))
      all.set(more.subarray(place * BYTES, (place + 1) * BYTES), place * BYTES);
  return all;
}

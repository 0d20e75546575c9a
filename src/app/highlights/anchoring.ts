/** Finds a described passage in a text that may have changed since. When in doubt it is not found. */
import { likeness } from "./likeness.ts";
import {
  codeUnit,
  LONGEST_SIDE,
  occurrences,
  TELLING,
  type Passage,
  type Span,
} from "./passage.ts";

export interface Found extends Span {
  /** The words of the passage are no longer quite those that were marked. */
  readonly changed: boolean;
}

/** Surroundings as alike as this, on average, are the same surroundings with some words changed. */
const SAME_PLACE = 0.6;
/** A passage as alike as this is the same passage with some words changed. */
const SAME_WORDS = 0.7;

/** The words right beside a passage tell as much as all of its sides, and are compared at once. Code units. */
const NEAR = 64;

export function anchor(text: string, passage: Passage): Found | null {
  const cut = withSides(passage);
  return byQuote(text, cut) ?? bySurroundings(text, cut);
}

/** What is stored may have sides of any length. */
export const withSides = (passage: Passage): Passage => ({
  ...passage,
  prefix: passage.prefix.slice(-LONGEST_SIDE),
  suffix: passage.suffix.slice(0, LONGEST_SIDE),
});

/**
 * The same words: with the same context, or with one side of it that suffices, or alone and among similar words, where a
 * passage of `telling` code units is enough.
 */
export function byQuote(
  text: string,
  { exact, prefix, suffix, start }: Passage,
  telling = TELLING,
): Found | null {
  const places = occurrences(text, exact);
  const at = (place: number): Found => ({
    start: place,
    end: place + exact.length,
    changed: false,
  });
  const follows = (place: number): boolean => text.endsWith(prefix, place);
  const precedes = (place: number): boolean => text.startsWith(suffix, place + exact.length);

  const both = places.filter((place) => follows(place) && precedes(place));
  const marked = codeUnit(text, start);
  if (both.includes(marked)) return at(marked);
  if (both.length > 0) return both.length === 1 ? at(both[0]!) : null;

  const one = places.filter(
    (place) =>
      (prefix.length >= TELLING && follows(place)) || (suffix.length >= TELLING && precedes(place)),
  );
  if (one.length > 0) return one.length === 1 ? at(one[0]!) : null;

  if (places.length !== 1 || exact.length < telling) return null;
  const [place] = places as [number];
  const ahead = prefix.slice(-NEAR);
  const before = likeness(ahead, text.slice(Math.max(0, place - ahead.length), place));
  const end = place + exact.length;
  const behind = suffix.slice(0, NEAR);
  const after = likeness(behind, text.slice(end, end + behind.length));
  return (before + after) / 2 >= SAME_PLACE ? at(place) : null;
}

/** Other words: only between the very same two surroundings, each of which the text has once. */
function bySurroundings(text: string, { exact, prefix, suffix }: Passage): Found | null {
  if (prefix.length < TELLING || suffix.length < TELLING) return null;
  const before = occurrences(text, prefix);
  const after = occurrences(text, suffix);
  if (before.length !== 1 || after.length !== 1) return null;
  const start = before[0]! + prefix.length;
  const end = after[0]!;
  // Much longer or shorter is not alike, which needs no comparing.
  const ratio = (end - start) / exact.length;
  if (ratio < SAME_WORDS || ratio > 1 / SAME_WORDS) return null;
  if (likeness(exact, text.slice(start, end)) < SAME_WORDS) return null;
  return { start, end, changed: true };
}

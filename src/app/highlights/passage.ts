/**
 * A passage as the Web Annotation Data Model selects it: by what it says with what stands around it (TextQuoteSelector)
 * and by where it was (TextPositionSelector).
 */

/** A stretch of a text: code units, end excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Passage {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Unicode code points from the beginning of the note's text, as the recommendation counts. */
  readonly start: number;
  readonly end: number;
}

/** A side of this length, with the passage, was found once in the text; a shorter one tells nothing alone. Code units. */
export const TELLING = 32;
/** Longer context is not tried. Code units. */
export const LONGEST_SIDE = 512;

const LOW_HALF = /[\uDC00-\uDFFF]/;
const isHalf = (text: string, at: number): boolean =>
  at > 0 && at < text.length && LOW_HALF.test(text[at]!) && /[\uD800-\uDBFF]/.test(text[at - 1]!);

/** No half of a character at an edge. */
const wholeCharacters = (text: string, { start, end }: Span): Span => ({
  start: isHalf(text, start) ? start - 1 : start,
  end: isHalf(text, end) ? end + 1 : end,
});

function codePoints(text: string, end = text.length): number {
  let count = 0;
  for (let at = 0; at < end; at += 1) if (!isHalf(text, at)) count += 1;
  return count;
}

/** The index of the code unit at which a code point begins; past the end, the text's length. */
export function codeUnit(text: string, point: number): number {
  let at = 0;
  for (let left = point; left > 0 && at < text.length; left -= 1) {
    at += isHalf(text, at + 1) ? 2 : 1;
  }
  return at;
}

/** Where a text says something, overlaps included. */
export function occurrences(text: string, phrase: string): number[] {
  const found: number[] = [];
  if (phrase === "") return found;
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) found.push(at);
  return found;
}

const isOnly = (text: string, phrase: string): boolean =>
  text.indexOf(phrase) === text.lastIndexOf(phrase);

/** Describes a stretch of a text so that it can be found again when the text around it has changed. */
export function describe(text: string, span: Span): Passage {
  const { start, end } = wholeCharacters(text, span);
  const exact = text.slice(start, end);
  const before = (length: number): string =>
    text.slice(wholeCharacters(text, { start: Math.max(0, start - length), end }).start, start);
  const after = (length: number): string =>
    text.slice(end, wholeCharacters(text, { start, end: end + length }).end);
  return {
    exact,
    prefix: telling(before, (prefix) => isOnly(text, prefix + exact)),
    suffix: telling(after, (suffix) => isOnly(text, exact + suffix)),
    start: codePoints(text, start),
    end: codePoints(text, end),
  };
}

/** The context that tells the passage from all others, or one too short to count alone. */
function telling(context: (length: number) => string, tells: (side: string) => boolean): string {
  for (let length = TELLING; length <= LONGEST_SIDE; length *= 2) {
    const side = context(length);
    if (side.length < TELLING) return side;
    if (tells(side)) return side;
  }
  return context(TELLING - 2);
}

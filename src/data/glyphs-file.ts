/**
 * The file of Glyphs. Its content: the length of a head as a 32-bit number with the low byte first; the head, JSON; then for each
 * character the number of its strokes, and for each stroke the number of its points and their x and y, a byte each.
 */

export const HEAD_BYTES = 4;
/** A coordinate of 1 in the box from 0 to 1, as a byte. */
export const SCALE = 255;

export interface GlyphsHead {
  readonly alphabets: readonly {
    readonly name: string;
    readonly split: "train" | "test";
    /** Unicode's number of each of its characters. */
    readonly codes: readonly number[];
  }[];
}

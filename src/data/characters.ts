/** Handwritten characters as bits of 28×28 pixels: Glyphs, and Omniglot where a maintainer has it. Of both, classes are numbered alike. */
import { SIDE } from "./grey-pictures.ts";
import { BITS_BYTES } from "./ink.ts";

/** Each character has drawings by so many, numbered from 0. */
export const DRAWERS = 20;

export interface Alphabet {
  readonly name: string;
  /** Classes of training and testing come from different alphabets. */
  readonly split: "train" | "test";
  /** Its characters are `first` to `first + count - 1`. */
  readonly first: number;
  readonly count: number;
}

export interface Characters {
  readonly alphabets: readonly Alphabet[];
  /** 98 bytes: a bit a pixel, 1 for ink, rows from the top, the highest bit first. They must stay as they are. */
  drawing(character: number, drawer: number): Uint8Array;
}

/** A character turned by quarters counts as another class (as for Snell, Swersky and Zemel, arXiv:1703.05175v2, section 3.1). */
export interface CharacterClass {
  readonly character: number;
  /** Quarters, clockwise. */
  readonly quarters: number;
}

/** The classes of one split, unturned ones first; `turns` is 4 for all four directions, 1 for the upright alone. */
export function classesOf(
  { alphabets }: Characters,
  split: Alphabet["split"],
  turns: 1 | 4 = 4,
): CharacterClass[] {
  const characters = alphabets
    .filter((alphabet) => alphabet.split === split)
    .flatMap(({ first, count }) => Array.from({ length: count }, (_, i) => first + i));
  return Array.from({ length: turns }, (_, quarters) =>
    characters.map((character) => ({ character, quarters })),
  ).flat();
}

/** What episodes are drawn from: no character of one part is in the other, and those of testing stay upright. */
export interface SplitCharacters extends Pick<Characters, "drawing"> {
  readonly train: readonly CharacterClass[];
  readonly test: readonly CharacterClass[];
}

export const splitCharacters = (characters: Characters): SplitCharacters => ({
  drawing: (character, drawer) => characters.drawing(character, drawer),
  train: classesOf(characters, "train"),
  test: classesOf(characters, "test", 1),
});

/** Drawings as they lie in one file: that of a character by a drawer at `(character * 20 + drawer) * 98`. */
export const packedCharacters = (bits: Uint8Array, alphabets: readonly Alphabet[]): Characters => ({
  alphabets,
  drawing(character, drawer) {
    const start = (character * DRAWERS + drawer) * BITS_BYTES;
    return bits.subarray(start, start + BITS_BYTES);
  },
});

/** Writes a drawing as 784 numbers, 1 for ink, turned clockwise by quarters, into `out` from `start` on. */
export function writeDrawing(
  bits: Uint8Array,
  quarters: number,
  out: Float32Array,
  start = 0,
): void {
  const last = SIDE - 1;
  for (let i = 0; i < SIDE * SIDE; i++) {
    let [x, y] = [i % SIDE, (i / SIDE) | 0];
    // The pixel that comes to (x, y).
    for (let turn = 0; turn < quarters; turn++) [x, y] = [y, last - x];
    const from = y * SIDE + x;
    out[start + i] = (bits[from >> 3]! >> (7 - (from & 7))) & 1;
  }
}

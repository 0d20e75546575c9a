/** Omniglot's evaluation half, to be compared by its pixels. */
import { DRAWERS } from "../../src/data/characters.ts";
import { readOmniglot } from "../data/omniglot.ts";
import { wordsOf } from "./bits.ts";

export interface Drawings {
  /** Drawing `d` of character `c` is picture `c * DRAWERS + d` of these words. */
  readonly words: Uint32Array;
  /** The characters of each alphabet. */
  readonly alphabets: readonly (readonly number[])[];
}

/** From a folder in a form that `readOmniglot` takes. Throws SourceError. */
export function readDrawings(folder: string): Drawings {
  const { alphabets, drawing } = readOmniglot(folder);
  const bytes: Uint8Array[] = [];
  const evaluation = alphabets.filter(({ split }) => split === "test");
  const numbered = evaluation.map(({ first, count }) =>
    Array.from({ length: count }, (_, i) => {
      const character = bytes.length / DRAWERS;
      for (let d = 0; d < DRAWERS; d++) bytes.push(drawing(first + i, d));
      return character;
    }),
  );
  return { words: wordsOf(Buffer.concat(bytes)), alphabets: numbered };
}

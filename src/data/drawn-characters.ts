/** Characters as pictures of a step: which ones, and by which drawers, a random key says. */
import { drawn } from "../math/drawn.ts";
import type { Key } from "../math/key.ts";
import type { Tensor } from "../math/tensor.ts";
import { DRAWERS, writeDrawing, type CharacterClass, type Characters } from "./characters.ts";
import { SIDE } from "./grey-pictures.ts";

/** Which drawings make up so many rows: calls `place` with each row's number, its class and its drawer. A pure function of the key. */
export interface Choosing {
  readonly rows: number;
  choose(
    key: Key,
    pool: { readonly classes: number; readonly examples: number },
    place: (row: number, from: number, drawer: number) => void,
  ): void;
}

/** Those drawings of the classes: [rows, 28, 28, 1], chosen anew from each step's key, when it is replayed too. */
export function drawnCharacters(
  key: Key,
  classes: readonly CharacterClass[],
  { drawing }: Pick<Characters, "drawing">,
  { rows, choose }: Choosing,
): Tensor {
  const pool = { classes: classes.length, examples: DRAWERS };
  return drawn(key, [rows, SIDE, SIDE, 1], (from, out = new Float32Array(rows * SIDE ** 2)) => {
    choose(from, pool, (row, place, drawer) => {
      const { character, quarters } = classes[place]!;
      writeDrawing(drawing(character, drawer), quarters, out, row * SIDE ** 2);
    });
    return out;
  });
}

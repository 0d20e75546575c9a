/** Episodes of characters as pictures. */
import {
  DRAWERS,
  writeDrawing,
  type CharacterClass,
  type SplitCharacters,
} from "../../data/characters.ts";
import { SIDE } from "../../data/grey-pictures.ts";
import { drawn } from "../../math/drawn.ts";
import type { Key } from "../../math/key.ts";
import type { Tensor } from "../../math/tensor.ts";
import { drawEpisodes } from "./draw-episodes.ts";
import { sizeOf, type Kind } from "./matching.ts";

/** `count` episodes, one below the other: [count N (k + q), 28, 28, 1]. */
export function pictures(
  key: Key,
  count: number,
  kind: Kind,
  classes: readonly CharacterClass[],
  { drawing }: Pick<SplitCharacters, "drawing">,
): Tensor {
  const n = count * sizeOf(kind);
  const pool = { classes: classes.length, examples: DRAWERS };
  return drawn(key, [n, SIDE, SIDE, 1], (from, out = new Float32Array(n * SIDE ** 2)) => {
    drawEpisodes(from, count, kind, pool, (row, place, drawer) => {
      const { character, quarters } = classes[place]!;
      writeDrawing(drawing(character, drawer), quarters, out, row * SIDE ** 2);
    });
    return out;
  });
}

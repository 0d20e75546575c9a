/** Two digits on one canvas, after the paper's Figure 8, in a small one: 28 by 28 pixels, where the paper has 60 by 60 for digits of 28. */
import { fold, type Key } from "../../math/key.ts";
import { integers } from "../../math/random-arrays.ts";
import type { Table } from "../../math/rows.ts";
import { PIXELS, SIDE } from "./first-weights.ts";

/** Of a digit at half its size. */
const SMALL = SIDE / 2;

/** Each of the pictures of a table [n, 28, 28] at half its size, with another of them, each at a place drawn by lot: [n, 28, 28]. Overlaps are added and cut off at full ink. */
export function twoDigits({ data, shape, scale = 1 }: Table, key: Key) {
  const n = shape[0]!;
  const others = integers(fold(key, "other"), n, n);
  const places = integers(fold(key, "places"), 4 * n, SMALL + 1);
  // Bytes, in quarters of the table's levels.
  const full = Math.round(4 / scale);
  const made = new Uint8Array(n * PIXELS);
  const lay = (i: number, digit: number, across: number, down: number): void => {
    for (let row = 0; row < SMALL; row++)
      for (let column = 0; column < SMALL; column++) {
        const four = digit * PIXELS + 2 * row * SIDE + 2 * column;
        const ink = data[four]! + data[four + 1]! + data[four + SIDE]! + data[four + SIDE + 1]!;
        const at = i * PIXELS + (down + row) * SIDE + across + column;
        made[at] = Math.min(full, made[at]! + ink);
      }
  };
  for (let i = 0; i < n; i++) {
    lay(i, i, places[4 * i]!, places[4 * i + 1]!);
    lay(i, others[i]!, places[4 * i + 2]!, places[4 * i + 3]!);
  }
  return { data: made, shape, scale: scale / 4 };
}

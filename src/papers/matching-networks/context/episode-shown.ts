/** Which query of the episode is shown, and what its classes are called. */
import type { NDArray } from "../../../contract/array.ts";
import { CLASSES } from "./demo.ts";

export const letter = (l: number): string => String.fromCharCode(65 + l);
/** A letter, and whether it is the right answer. */
export const named = (l: number, query: number): string => `${letter(l)}${l === query ? " ✓" : ""}`;
export const each = Array.from({ length: CLASSES }, (_, i) => i);
export const rowOf = ({ data, shape }: NDArray, ...at: readonly number[]): Float32Array => {
  const width = shape.at(-1)!;
  const row = at.reduce((place, i, axis) => place * shape[axis]! + i, 0);
  return data.subarray(row * width, (row + 1) * width);
};

/** The query of which the plain features are least sure. Attention's columns are the supports in the order shown. */
export function asked(plainA: NDArray): number {
  const sure = each.map((query) => Math.max(...rowOf(plainA, query)));
  return sure.indexOf(Math.min(...sure));
}

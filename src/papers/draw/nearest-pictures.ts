/** Which pictures of a table are most alike, and in how many pixels they differ. */
import { sum } from "../../math/broadcast.ts";
import { argmax } from "../../math/classification.ts";
import { mul, sub } from "../../math/elementwise.ts";
import { matMul } from "../../math/linear.ts";
import { max } from "../../math/reduce.ts";
import { reshape } from "../../math/shape.ts";
import type { Tensor } from "../../math/tensor.ts";

/** Black and white pictures [m, pixels] of bits, and of each how many are ink, [m]: it is added up once for many searches. */
export type Searched = {
  readonly bits: Tensor;
  readonly ink: Tensor;
};

export const searched = (bits: Tensor): Searched => ({ bits, ink: sum(bits, 1) });

/**
 * For black and white pictures x [n, pixels] of bits the nearest of a table, of equal ones the first: its row [n], and the pixels
 * that differ [n], the square of the Euclidean distance, |x|^2 - (2 x·y - |y|^2). What stands in brackets is largest for the nearest.
 */
export function nearestPictures(x: Tensor, { bits, ink }: Searched) {
  const twiceCommon = matMul(mul(x, 2), bits, { transposeB: true });
  const alike = sub(twiceCommon, reshape(ink, [1, -1]));
  return { row: argmax(alike), apart: sub(sum(x, 1), max(alike, 1)) };
}

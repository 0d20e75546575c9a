/** Which pictures of a table are most alike, and in how many pixels they differ. */
import { sum } from "../../math/broadcast.ts";
import { argmax } from "../../math/classification.ts";
import { add, mul, neg, sub } from "../../math/elementwise.ts";
import { matMul } from "../../math/linear.ts";
import { max } from "../../math/reduce.ts";
import { reshape } from "../../math/shape.ts";
import type { Tensor } from "../../math/tensor.ts";

/**
 * For black and white pictures x [n, pixels] of bits the nearest of a table [m, pixels], of equal ones the first: its row [n], and
 * the pixels that differ [n], the square of the Euclidean distance.
 */
export function nearestPictures(x: Tensor, table: Tensor) {
  const [m] = table.shape as [number];
  const common = matMul(x, table, { transposeB: true });
  const differing = add(sub(sum(x, 1, true), mul(common, 2)), reshape(sum(table, 1), [1, m]));
  const alike = neg(differing);
  return { row: argmax(alike), apart: neg(max(alike, 1)) };
}

/** Which pictures of a table are most alike, and in how many pixels they differ. */
import { sum } from "../../math/broadcast.ts";
import { oneHot } from "../../math/classification.ts";
import { add, mul, step, sub } from "../../math/elementwise.ts";
import { gather, matMul } from "../../math/linear.ts";
import { max } from "../../math/reduce.ts";
import { reshape, transpose } from "../../math/shape.ts";
import { tensor, type Tensor } from "../../math/tensor.ts";

/** Pictures that others are looked for among, and what is the same for all of those. */
export type Compared = {
  /** Bits: [m, pixels]. */
  readonly table: Tensor;
  /** Of row i of the table m times its ink, and i: [1, m]. */
  readonly keys: Tensor;
};

/** Whole numbers from 0. */
const counted = (n: number): Tensor =>
  tensor(
    Array.from({ length: n }, (_, i) => i),
    [n],
  );

export function compared(table: Tensor): Compared {
  const [m] = table.shape as [number];
  return { table, keys: reshape(add(mul(sum(table, 1), m), counted(m)), [1, m]) };
}

/**
 * For black and white pictures x [n, pixels] of bits the nearest of a table, of equal ones the first: its row [n], and the pixels
 * that differ [n], the square of the Euclidean distance. Both are found in one number, m times the distance and the row, so that the
 * [n, m] of them are gone through once; up to 2^24 such numbers are exact, so 2 m times the pixels may be no more.
 */
export function nearestPictures(x: Tensor, { table, keys }: Compared) {
  const [m, pixels] = table.shape as [number, number];
  const least = max(sub(matMul(mul(x, 2 * m), table, { transposeB: true }), keys), 1);
  const both = sub(mul(sum(x, 1), m), least);
  const wholes = sub(mul(add(counted(pixels), 1), m), 0.5);
  const apart = sum(step(sub(reshape(both, [-1, 1]), wholes)), 1);
  return { row: sub(both, mul(apart, m)), apart };
}

/** Rows of a table [m, pixels], whose numbers are in a tensor [n]. */
export const rowsAt = (row: Tensor, table: Tensor): Tensor => {
  const [m] = table.shape as [number];
  return matMul(oneHot(row, m), table);
};

/** Of n numbers [n], whole and from 0, those that many others are less than: as rows of ones and zeros, [ranks.length, n]. Of equal ones the first is less. */
export function ranked(numbers: Tensor, ranks: readonly number[]): Tensor {
  const [n] = numbers.shape as [number];
  const key = add(mul(numbers, n), counted(n));
  const less = sum(step(sub(reshape(key, [n, 1]), reshape(key, [1, n]))), 1);
  return gather(transpose(oneHot(less, n)), ranks);
}

/**
 * What grey pictures cost, in nats a picture. A pixel is white with a chance equal to its grey x, and is told by a model that gives
 * white the chance p. That costs -x log p - (1 - x) log(1 - p) on average, over the bits that x may become: for a grey pixel that is
 * scored as it is, the same number.
 */
import type { Table } from "../../src/math/rows.ts";

/** Nothing is paid for what does not happen, whatever chance it was given. */
const paid = (share: number, chance: number): number =>
  share === 0 ? 0 : -share * Math.log(chance);

const pixelCost = (x: number, p: number): number => paid(x, p) + paid(1 - x, 1 - p);

/** Of pictures [n, ...] the mean, a number for each pixel. */
export function meanPicture({ data, shape, scale = 1 }: Table): Float64Array {
  const [n = 0] = shape;
  const sums = new Float64Array(data.length / n);
  for (let i = 0; i < data.length; i++) sums[i % sums.length]! += data[i]! * scale;
  return sums.map((sum) => sum / n);
}

/** The mean of n pictures and one more that is half white everywhere: no pixel is certain. */
export const withHalf = (mean: Float64Array, n: number): Float64Array =>
  mean.map((x) => (n * x + 0.5) / (n + 1));

/** Pictures whose mean is `mean`, told by one fixed picture of chances. Costs are linear in x, so the mean is all that counts. */
export const fixedCost = (mean: Float64Array, chances: Float64Array): number =>
  mean.reduce((sum, x, i) => sum + pixelCost(x, chances[i]!), 0);

/** Pictures [n, ...] told by themselves, the least that any model can reach: what is left is the chance in grey pixels. */
export function greyFloor({ data, shape, scale = 1 }: Table): number {
  const [n = 0] = shape;
  let sum = 0;
  for (let i = 0; i < data.length; i++) {
    const x = data[i]! * scale;
    sum += pixelCost(x, x);
  }
  return sum / n;
}

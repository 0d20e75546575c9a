/** How much of a quantity a straight map reads from contexts. */
import { ridge, rSquared } from "../../math/least-squares.ts";
import type { Numbers } from "../../math/tensor.ts";

/** ours: enough that a context which is the same for all sets can be fitted. */
const LAMBDA = 1e-3;

/**
 * R² of a linear fit of y [n] to contexts [n, l], fitted to the first half and judged on the rest: below 0 where it is worse than
 * the mean.
 */
export function contextFit({ shape, data }: Numbers, y: Float32Array): number {
  const [n, l] = shape as [number, number];
  const half = Math.floor(n / 2);
  const part = (from: number, to: number): Numbers => ({
    shape: [to - from, l],
    data: Float32Array.from(data).subarray(from * l, to * l),
  });
  const fit = ridge(part(0, half), { shape: [half], data: y.subarray(0, half) }, LAMBDA);
  return rSquared(y.subarray(half), fit(part(half, n)).data);
}

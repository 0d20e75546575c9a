import { read } from "../../src/math/memory.ts";
import type { Tensor } from "../../src/math/tensor.ts";

/** The largest difference, in units of the largest number wanted; Infinity where one is no number. */
export function relativeGap(found: ArrayLike<number>, wanted: readonly number[]): number {
  if (found.length !== wanted.length) return Infinity;
  let [most, worst] = [0, 0];
  for (const [i, value] of wanted.entries()) {
    const apart = Math.abs(found[i]! - value);
    if (Number.isNaN(apart)) return Infinity;
    worst = Math.max(worst, apart);
    most = Math.max(most, Math.abs(value));
  }
  return worst / most;
}

/** The same for a tensor. */
export const gap = async (found: Tensor, wanted: readonly number[]): Promise<number> =>
  relativeGap((await read(found)).data, wanted);

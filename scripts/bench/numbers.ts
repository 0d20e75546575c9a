/** First weights and batches, the same for every implementation. */
import { fold, keyOf } from "../../src/math/key.ts";
import { normalArray } from "../../src/math/random-arrays.ts";

/** Batches that are cycled through: drawing numbers is not what is measured, handing over a fresh batch is. */
const POOL = 8;

/** Normal numbers with this deviation; the same name, the same numbers. */
export const normals = (name: string, size: number, deviation = 1): Float32Array =>
  normalArray(fold(keyOf(1), name), size).map((z) => z * deviation);

/** Batches of `size` normal numbers; `at(i)` is that of step i. */
export function batches(
  name: string,
  size: number,
  map: (z: number) => number = (z) => z,
): { at(i: number): Float32Array } {
  const pool = Array.from({ length: POOL }, (_, k) => normals(`${name} ${k}`, size).map(map));
  return { at: (i) => pool[i % POOL]! };
}

/** Weights and zero biases of layers between consecutive sizes: He et al., arXiv:1502.01852v1, eq. 10. */
export const layers = (
  name: string,
  sizes: readonly number[],
): { W: Float32Array; b: Float32Array; fanIn: number; fanOut: number }[] =>
  sizes.slice(1).map((fanOut, i) => {
    const fanIn = sizes[i]!;
    const W = normals(`${name} ${i}`, fanIn * fanOut, Math.sqrt(2 / fanIn));
    return { W, b: new Float32Array(fanOut), fanIn, fanOut };
  });

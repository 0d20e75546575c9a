/** Support sets that grow by classes or by shots, read at once or in passes over parts of them. */
import { choose } from "../../math/choice.ts";
import { fold, type Key } from "../../math/key.ts";
import { gather } from "../../math/linear.ts";
import { mul } from "../../math/elementwise.ts";
import { reshape, transpose } from "../../math/shape.ts";
import type { Tensor } from "../../math/tensor.ts";
import { attend, type Way } from "./support-orders.ts";

/** N classes of k supports each, and q queries of each of the first `asked` classes. */
export interface Grown {
  readonly N: number;
  readonly k: number;
  readonly asked: number;
  readonly q: number;
}

/** Rows of the supports, by class: they stand in random order. */
export const placesOf = (key: Key, { N, k }: Grown): Int32Array =>
  choose(fold(key, "order"), N * k, N * k);

/**
 * Draws an episode as `drawEpisode` does, but so that a larger one of the same key has the same queries and all supports of a
 * smaller one, and more. Supports come in the order of `placesOf`, below them the queries by class. A pure function of the key.
 */
export function drawGrown(
  key: Key,
  grown: Grown,
  pool: { readonly classes: number; readonly examples: number },
  place: (row: number, from: number, example: number) => void,
): void {
  const { N, k, asked, q } = grown;
  const rows = placesOf(key, grown);
  const L = choose(fold(key, "L"), pool.classes, N);
  for (let l = 0; l < N; l++) {
    const chosen = choose(fold(key, l), pool.examples, q + k);
    for (let i = 0; i < k; i++) place(rows[l * k + i]!, L[l]!, chosen[q + i]!);
    if (l < asked) for (let i = 0; i < q; i++) place(N * k + l * q + i, L[l]!, chosen[i]!);
  }
}

/** Classes of the supports, in the order in which they stand: [N k]. */
export function supportClasses(key: Key, grown: Grown): Float32Array {
  const classes = new Float32Array(grown.N * grown.k);
  placesOf(key, grown).forEach((row, i) => (classes[row] = Math.floor(i / grown.k)));
  return classes;
}

/**
 * Attention of queries f [n, d] in passes over `size` supports each of g [m, d], as they stand, averaged over the passes: every
 * support is read once, in the company of its part alone. With `size` m it is the attention of eq. (1). Rows sum to one: [n, m].
 */
export function attendInPasses(way: Way, g: Tensor, f: Tensor, size: number): Tensor {
  const [m, d] = g.shape as [number, number];
  const [n] = f.shape as [number, number];
  const passes = m / size;
  const again = Int32Array.from({ length: passes * n }, (_, i) => i % n);
  const { a } = attend(
    way,
    reshape(g, [passes, size, d]),
    reshape(gather(f, again), [passes, n, d]),
  );
  return mul(reshape(transpose(a, [1, 0, 2]), [n, m]), 1 / passes);
}

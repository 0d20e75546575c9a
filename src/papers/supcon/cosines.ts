/** Mean cosines between embeddings: of one class, and of different ones. */
import type { Numbers } from "../../math/tensor.ts";

/**
 * Mean cosine over the pairs of different unit rows z [n, D] for which `of` says so of their labels [n]; NaN if there are none.
 * By the sum of the rows of each label, since a mean of products is one product.
 */
export function meanCosine(
  { shape, data }: Numbers,
  labels: ArrayLike<number>,
  of: (a: number, b: number) => boolean,
): number {
  const [n, D] = shape as [number, number];
  const classes = 1 + Math.max(...Array.from(labels));
  const sums = new Float64Array(classes * D);
  const counts = new Float64Array(classes);
  const squares = new Float64Array(classes);
  for (let i = 0; i < n; i++) {
    const k = labels[i]!;
    counts[k]! += 1;
    for (let d = 0; d < D; d++) {
      sums[k * D + d]! += data[i * D + d]!;
      squares[k]! += data[i * D + d]! ** 2;
    }
  }
  let [total, pairs] = [0, 0];
  for (let a = 0; a < classes; a++) {
    for (let b = 0; b < classes; b++) {
      if (!of(a, b)) continue;
      for (let d = 0; d < D; d++) total += sums[a * D + d]! * sums[b * D + d]!;
      // No row is compared with itself.
      if (a === b) total -= squares[a]!;
      pairs += counts[a]! * (counts[b]! - Number(a === b));
    }
  }
  return total / pairs;
}

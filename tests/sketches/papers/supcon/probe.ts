/** How well classes can be read off embeddings by a straight cut. */
import { ridge } from "../../../../src/math/least-squares.ts";
import { greatest } from "../../../../src/math/row-search.ts";
import type { Numbers } from "../../../../src/math/tensor.ts";

/** Of each row of z [n, d] after the first `fitted`, 100 where a linear probe fitted to those names its label [n], else 0. */
export function probe(
  z: Numbers,
  labels: ArrayLike<number>,
  classes: number,
  fitted: number,
): number[] {
  const [n, d] = z.shape as [number, number];
  const rows = (from: number, to: number): Numbers => ({
    shape: [to - from, d],
    data: Array.from(z.data).slice(from * d, to * d),
  });
  const wanted = Float64Array.from({ length: fitted * classes }, (_, k) =>
    labels[Math.floor(k / classes)] === k % classes ? 1 : 0,
  );
  const fit = ridge(rows(0, fitted), { shape: [fitted, classes], data: wanted }, 1e-3);
  const found = greatest(fit(rows(fitted, n)));
  return Array.from(found, (label, i) => (label === labels[fitted + i] ? 100 : 0));
}

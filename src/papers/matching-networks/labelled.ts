/** Queries named by labelled supports of any number, in the ways that a figure sets side by side. */
import { broadcastTo, sum } from "../../math/broadcast.ts";
import { add, mul, neg, square, sub } from "../../math/elementwise.ts";
import { matMul } from "../../math/linear.ts";
import { NEVER, softmax } from "../../math/reduce.ts";
import { reshape } from "../../math/shape.ts";
import { tensor, type Tensor } from "../../math/tensor.ts";
import { cosines } from "./matching.ts";

/** Which supports count, [m], and for each of q queries their labels as classes below N: q rows of m. */
export interface Labels {
  readonly counts: readonly boolean[];
  readonly y: readonly (readonly number[])[];
  readonly N: number;
}

/** One number for each support that counts, another for each that does not: [m]. */
const each = (counts: readonly boolean[], does: number, not: number): Tensor =>
  tensor(
    counts.map((it) => (it ? does : not)),
    [counts.length],
  );

/** For each query 1 where a support that counts has the label, [q, N, m]. */
function bearers({ counts, y, N }: Labels): Tensor {
  const m = counts.length;
  const marks = y.flatMap((labels) =>
    Array.from({ length: N * m }, (_, i) =>
      counts[i % m]! && labels[i % m] === Math.floor(i / m) ? 1 : 0,
    ),
  );
  return tensor(marks, [y.length, N, m]);
}

/**
 * Section 2.1.1's attention of queries f [e, q, d] over those supports g [e, m, d] that count, by cosines times s: [e, q, m].
 * Where none counts, all weigh alike.
 */
export const attention = (f: Tensor, g: Tensor, s: number, { counts }: Labels): Tensor =>
  softmax(add(mul(cosines(f, g), each(counts, s, 0)), each(counts, 0, NEVER)));

/** Eq. (1), attention [e, q, m] to probabilities [e, q, N]. */
export function voted(a: Tensor, labels: Labels): Tensor {
  const [e, q, m] = a.shape as [number, number, number];
  return sum(mul(reshape(a, [e, q, 1, m]), reshape(bearers(labels), [1, q, labels.N, m])), -1);
}

/**
 * Snell et al.'s eqs. (1) and (2), arXiv:1703.05175v2: P of each class by the squared distance of queries f [e, q, d] from the mean
 * of its supports g [e, m, d]: [e, q, N]. A class of no supports gets 0.
 */
export function byPrototypes(f: Tensor, g: Tensor, labels: Labels): Tensor {
  const [e, q, d] = f.shape as [number, number, number];
  const { counts, N, y } = labels;
  const m = counts.length;
  const sizes = y.flatMap((own) =>
    Array.from({ length: N }, (_, l) => own.filter((label, i) => label === l && counts[i]).length),
  );
  const shares = tensor(
    sizes.map((size) => (size > 0 ? 1 / size : 0)),
    [q, N, 1],
  );
  const weights = reshape(mul(bearers(labels), shares), [1, q * N, m]);
  const c = reshape(matMul(broadcastTo(weights, [e, q * N, m]), g), [e, q, N, d]);
  const logits = neg(sum(square(sub(reshape(f, [e, q, 1, d]), c)), -1));
  const without = tensor(
    sizes.map((size) => (size > 0 ? 0 : NEVER)),
    [1, q, N],
  );
  return softmax(add(logits, without));
}

/** The simple model of arXiv:1606.04080v1 for many queries at once. Rows are sorted by class, supports before queries. */
import { mul, type Operand } from "../../math/elementwise.ts";
import { matMul } from "../../math/linear.ts";
import { normalise } from "../../math/norm.ts";
import { logSumExp } from "../../math/reduce.ts";
import { reshape, slice } from "../../math/shape.ts";
import { tensor, type Tensor } from "../../math/tensor.ts";

/** N classes, k supports and q queries of each. */
export interface Kind {
  readonly N: number;
  readonly k: number;
  readonly q: number;
}

export const sizeOf = ({ N, k, q }: Kind): number => N * (k + q);

/** c of section 2.1.1, the cosines of queries f [n, d] with supports g [m, d]: [n, m]. */
export const cosines = (f: Tensor, g: Tensor): Tensor =>
  matMul(normalise(f), normalise(g), { transposeB: true });

/** An episode's embeddings [N (k + q), d] to what the attention is the softmax of, s c: [N q, N k]. The paper has s = 1. */
export function scores(z: Tensor, { N, k, q }: Kind, s: Operand): Tensor {
  const d = z.shape[1]!;
  const [g, f] = [slice(z, [0, 0], [N * k, d]), slice(z, [N * k, 0], [N * q, d])];
  return mul(cosines(f, g), s);
}

/**
 * Scores [n, N k] to logits of classes [n, N], log Σ e^(s c) over the supports of each: their softmax is P of eq. (1), since
 * the softmax over supports has one denominator for all.
 */
export const classLogits = (rows: Tensor, { N, k }: Kind): Tensor =>
  logSumExp(reshape(rows, [rows.shape[0], N, k]), 2);

/** Classes of an episode's queries, [N q]. */
export const queryLabels = ({ N, q }: Kind): Tensor =>
  tensor(
    Float32Array.from({ length: N * q }, (_, i) => Math.floor(i / q)),
    [N * q],
  );

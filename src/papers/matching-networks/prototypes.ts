/** Prototypical Networks, arXiv:1703.05175v2, section 2.2: a class is the mean of its supports. Rows are sorted as in `matching.ts`. */
import { sum } from "../../math/broadcast.ts";
import { neg, square, sub } from "../../math/elementwise.ts";
import { mean } from "../../math/reduce.ts";
import { reshape, slice } from "../../math/shape.ts";
import type { Tensor } from "../../math/tensor.ts";
import type { Kind } from "./matching.ts";

/** c of eq. (1), the mean of each class's k supports g [N k, d]: [N, d]. With one shot it is the support itself. */
export const prototypes = (g: Tensor, { N, k }: Kind): Tensor =>
  mean(reshape(g, [N, k, g.shape[1]!]), 1);

/**
 * An episode's embeddings [N (k + q), d] to what the softmax of eq. (2) is taken of, minus the squared Euclidean distance of each
 * query from each prototype: [N q, N]. It has no scale.
 */
export function prototypeLogits(z: Tensor, kind: Kind): Tensor {
  const { N, k, q } = kind;
  const d = z.shape[1]!;
  const c = prototypes(slice(z, [0, 0], [N * k, d]), kind);
  const f = slice(z, [N * k, 0], [N * q, d]);
  return neg(sum(square(sub(reshape(f, [N * q, 1, d]), reshape(c, [1, N, d]))), -1));
}

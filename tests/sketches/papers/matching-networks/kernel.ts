/** Attention by likeness, Vinyals et al., arXiv:1606.04080v1, section 2.1. */
import { sum } from "../../../../src/math/broadcast.ts";
import { add, div, mul, sqrt, square, sub } from "../../../../src/math/elementwise.ts";
import { matMul } from "../../../../src/math/linear.ts";
import { reshape } from "../../../../src/math/shape.ts";
import type { Tensor } from "../../../../src/math/tensor.ts";

export type Kernel = "cosine" | "euclid";

/** Keeps an empty picture, whose embedding may be 0, from dividing by it. */
const TINY = 1e-8;

const unit = (rows: Tensor): Tensor => div(rows, sqrt(add(sum(square(rows), 1, true), TINY)));

/**
 * What the softmax of the attention is taken of: s times the cosine, or s times minus the squared distance a dimension. Queries
 * [q, d] and support [n, d] to [q, n].
 */
export function likeness(f: Tensor, g: Tensor, kernel: Kernel, s: number | Tensor): Tensor {
  if (kernel === "cosine") return mul(matMul(unit(f), unit(g), { transposeB: true }), s);
  const [q, d] = f.shape as [number, number];
  const [n] = g.shape as [number];
  const apart = sub(reshape(f, [q, 1, d]), reshape(g, [1, n, d]));
  return mul(mul(sum(square(apart), 2), -1 / d), s);
}

/** One support set in many orders: what it does to an answer. */
import { fold, type Key } from "../../math/key.ts";
import { choose } from "../../math/choice.ts";
import { oneHot } from "../../math/classification.ts";
import { mul, type Operand } from "../../math/elementwise.ts";
import { gather, matMul } from "../../math/linear.ts";
import { normalise } from "../../math/norm.ts";
import { softmax } from "../../math/reduce.ts";
import { reshape, transpose } from "../../math/shape.ts";
import { tensor, type Tensor } from "../../math/tensor.ts";
import { embedQueries, embedSupports, type Context } from "./full-context.ts";

/** Orders of m supports, as they are first, the others by lot: rows of the numbers of the supports. */
export const ordersOf = (key: Key, count: number, m: number): readonly Int32Array[] =>
  Array.from({ length: count }, (_, r) =>
    r === 0 ? Int32Array.from({ length: m }, (__, i) => i) : choose(fold(key, r), m, m),
  );

/** How an answer is found: with full context and K steps, or by the plain features; s multiplies the cosines. */
export interface Way {
  readonly context: Context | null;
  readonly K: number;
  readonly s: Operand;
}

/** Attention a of eq. (1) and what the steps read, each in the order of the supports given: [e, n, m]. */
export function attend({ context, K, s }: Way, gPrime: Tensor, fPrime: Tensor) {
  const g = context ? embedSupports(context, gPrime) : gPrime;
  const { f, reads } = context
    ? embedQueries(context, fPrime, g, K)
    : { f: fPrime, reads: [] as readonly Tensor[] };
  const c = matMul(normalise(f), normalise(g), { transposeB: true });
  return { a: softmax(mul(c, s)), reads };
}

/**
 * P of eq. (1) for queries [n, d] against supports [m, d] of m classes, one each, once for each order: [n, orders, m], whose last
 * axis is the class whatever the order.
 */
export function acrossOrders(
  way: Way,
  gPrime: Tensor,
  fPrime: Tensor,
  orders: readonly Int32Array[],
): Tensor {
  const [m, d] = gPrime.shape as [number, number];
  const [n] = fPrime.shape as [number, number];
  const e = orders.length;
  const flat = Int32Array.from(orders.flatMap((order) => [...order]));
  const supports = reshape(gather(gPrime, flat), [e, m, d]);
  const queries = reshape(
    gather(
      fPrime,
      Int32Array.from({ length: e * n }, (_, i) => i % n),
    ),
    [e, n, d],
  );
  const y = reshape(oneHot(tensor(Float32Array.from(flat), [e * m]), m), [e, m, m]);
  return transpose(matMul(attend(way, supports, queries).a, y), [1, 0, 2]);
}

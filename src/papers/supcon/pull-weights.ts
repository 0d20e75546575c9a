/** One anchor of arXiv:2004.11362v5: its losses, and what each other view does to it. */
import { sum } from "../../math/broadcast.ts";
import { add, div, mul, sub } from "../../math/elementwise.ts";
import { logSumExp, mean, softmax } from "../../math/reduce.ts";
import { slice } from "../../math/shape.ts";
import type { Tensor } from "../../math/tensor.ts";

/** Logits s_ia of one anchor: of the positives [p], then of the negatives [n], as [p + n]; and how many are positives. */
export interface Anchor {
  readonly s: Tensor;
  readonly positives: number;
}

/** P_ia, the softmax of eq. (1): [p + n]. */
export const shares = ({ s }: Anchor): Tensor => softmax(s);

const ofPositives = (x: Tensor, positives: number): Tensor => slice(x, [0], [positives]);

const ofNegatives = (x: Tensor, positives: number): Tensor =>
  slice(x, [positives], [x.size - positives]);

/** Descent's weights on the negatives' embeddings, −P_in, eqs. (4) and (5): [n], the same for both losses. */
export const pushes = (anchor: Anchor): Tensor =>
  mul(ofNegatives(shares(anchor), anchor.positives), -1);

/**
 * Descent's weights X_ip − P_ip on the positives' embeddings, with X^out = 1/|P(i)|, eq. (4), or X^in = P_ip / S_i, eq. (5):
 * [p]. Without the factor 1/τ.
 */
export function pulls(place: "out" | "in", anchor: Anchor): Tensor {
  const { positives } = anchor;
  const P = shares(anchor);
  const own = ofPositives(P, positives);
  if (place === "out") return sub(1 / positives, own);
  // X^in (1 − S_i), with the negatives’ sum in place of 1 − S_i, which would be rounded to 0.
  return mul(div(own, sum(own)), sum(ofNegatives(P, positives)));
}

/** L_out,i of eq. (2) or L_in,i of eq. (3): a scalar, nats. */
export function lossOfAnchor(place: "out" | "in", { s, positives }: Anchor): Tensor {
  const all = logSumExp(s);
  const own = ofPositives(s, positives);
  if (place === "out") return sub(all, mean(own));
  return add(sub(all, logSumExp(own)), Math.log(positives));
}

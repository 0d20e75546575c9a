/** Khosla et al., arXiv:2004.11362v5, eqs. 2 and 3. */
import { sum } from "../../../../src/math/broadcast.ts";
import { oneHot } from "../../../../src/math/classification.ts";
import { add, div, log, mul, neg, sqrt, square, sub } from "../../../../src/math/elementwise.ts";
import { matMul } from "../../../../src/math/linear.ts";
import { logSumExp, mean } from "../../../../src/math/reduce.ts";
import { tensor, type Tensor } from "../../../../src/math/tensor.ts";

/** What is added to a logit that counts for nothing. */
const FAR = -1e9;

/** Rows on the unit sphere. */
export const unit = (rows: Tensor): Tensor =>
  div(rows, sqrt(add(sum(square(rows), 1, true), 1e-12)));

function identity(n: number): Tensor {
  const ones = new Float32Array(n * n);
  for (let i = 0; i < n; i++) ones[i * n + i] = 1;
  return tensor(ones, [n, n]);
}

/**
 * L_out or L_in, a mean over the anchors: unit rows z [n, d], labels [n] from 0 to classes - 1, of each of which there are at
 * least two. A scalar, nats.
 */
export function supcon(
  place: "out" | "in",
  z: Tensor,
  labels: Tensor,
  classes: number,
  tau: Tensor,
): Tensor {
  const self = identity(z.shape[0]);
  const named = oneHot(labels, classes);
  const positive = sub(matMul(named, named, { transposeB: true }), self);
  const count = sum(positive, 1, true);
  const logits = div(matMul(z, z, { transposeB: true }), tau);
  const all = logSumExp(add(logits, mul(self, FAR)), 1, true);
  if (place === "out") return mean(div(sum(mul(positive, sub(all, logits)), 1, true), count));
  const inside = logSumExp(add(logits, mul(sub(1, positive), FAR)), 1, true);
  return mean(add(neg(sub(inside, all)), log(count)));
}

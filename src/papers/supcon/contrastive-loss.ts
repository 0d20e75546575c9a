/** The contrastive losses of arXiv:2004.11362v5, section 3.2, for a whole batch. */
import { sum } from "../../math/broadcast.ts";
import { add, div, mul, sub } from "../../math/elementwise.ts";
import { matMul } from "../../math/linear.ts";
import { logSumExp } from "../../math/reduce.ts";
import { reshape } from "../../math/shape.ts";
import { tensor, type Tensor } from "../../math/tensor.ts";

/** Where the sum over the positives stands: outside the logarithm, eq. (2), or inside, eq. (3). */
export type Place = "out" | "in";

/** What is added to a logit that is to count for nothing. */
const FAR = -1e9;

/** Who is whose positive among 2N views. */
interface Batch {
  /** 1 / |P(i)| for the positives of i, else 0: [2N, 2N]. */
  readonly U: Tensor;
  /** 0 for all of A(i), else far below: [2N, 2N]. */
  readonly beyondA: Tensor;
  /** 0 for all of P(i), else far below: [2N, 2N]. */
  readonly beyondP: Tensor;
  /** log |P(i)|: [2N]. */
  readonly logCount: Tensor;
  /** One over the number of views that have a positive, for these, else 0: [2N]. */
  readonly weight: Tensor;
}

/** Equal labels are positives of each other. */
function batchOf(labels: readonly number[]): Batch {
  const n = labels.length;
  const counts = labels.map((y) => labels.filter((other) => other === y).length - 1);
  const anchors = counts.filter((count) => count > 0).length;
  const pairs = (of: (i: number, a: number) => number): Tensor =>
    tensor(
      Float32Array.from({ length: n * n }, (_, k) => of(Math.floor(k / n), k % n)),
      [n, n],
    );
  const positive = (i: number, a: number): boolean => i !== a && labels[i] === labels[a];
  return {
    U: pairs((i, a) => (positive(i, a) ? 1 / counts[i]! : 0)),
    beyondA: pairs((i, a) => (i === a ? FAR : 0)),
    beyondP: pairs((i, a) => (positive(i, a) ? 0 : FAR)),
    logCount: tensor(
      counts.map((count) => Math.log(Math.max(1, count))),
      [n],
    ),
    weight: tensor(
      counts.map((count) => (count > 0 ? 1 / anchors : 0)),
      [n],
    ),
  };
}

/**
 * L_out of eq. (2) or L_in of eq. (3), section 3.2.2: unit rows z [2N, D_P] and the label of each. With labels that name the
 * image and not its class the only positive is j(i), and both are eq. (1), SimCLR's loss. A mean over the anchors that have a
 * positive, as in the published codes, where the equations sum: a scalar, nats. The softmax takes its maximum over A(i).
 */
export function contrastiveLoss(
  place: Place,
  z: Tensor,
  labels: readonly number[],
  tau: Tensor | number,
): Tensor {
  const { U, beyondA, beyondP, logCount, weight } = batchOf(labels);
  const s = div(matMul(z, z, { transposeB: true }), tau);
  const all = logSumExp(add(s, beyondA), 1, true);
  if (place === "out") return sum(mul(weight, sum(mul(U, sub(all, s)), 1)));
  const positives = logSumExp(add(s, beyondP), 1);
  return sum(mul(weight, add(sub(reshape(all, [-1]), positives), logCount)));
}

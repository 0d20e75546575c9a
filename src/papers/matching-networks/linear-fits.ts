/** Linear classifiers that are fitted to the support set of each episode anew: what arXiv:1606.04080v1 has to compete with. */
import { add, maximum, mul, sub } from "../../math/elementwise.ts";
import { matMul } from "../../math/linear.ts";
import { normalise } from "../../math/norm.ts";
import { softmax } from "../../math/reduce.ts";
import { concat } from "../../math/shape.ts";
import { ones, tensor, zeros, type Shape, type Tensor } from "../../math/tensor.ts";

/** Ours, chosen by trying a few on characters of training: how much weights are held back. */
export const LAMBDA = { regression: 0.01, exemplar: 0.05 } as const;
/** Ours: after so many steps answers hardly change. */
const STEPS = 60;
/** No square of a row of `withOne` is above it. */
const SQUARE = 2;

/**
 * Near the least of a function whose second derivatives lie between mu and L, from zeros: gradient descent with momentum (Nesterov,
 * Introductory Lectures on Convex Optimization, 2004, section 2.2.1). `slope` is the gradient.
 */
export function descend(
  slope: (W: Tensor) => Tensor,
  shape: Shape,
  { L, mu }: { readonly L: number; readonly mu: number },
): Tensor {
  const root = Math.sqrt(mu / L);
  const momentum = (1 - root) / (1 + root);
  let [W, ahead] = [zeros(shape), zeros(shape)];
  for (let i = 0; i < STEPS; i++) {
    const next = sub(ahead, mul(slope(ahead), 1 / L));
    ahead = add(next, mul(sub(next, W), momentum));
    W = next;
  }
  return W;
}

/** Rows [b, m, d] of length 1, and a 1 beside each for the bias: [b, m, d + 1]. */
export const withOne = (z: Tensor): Tensor =>
  concat([normalise(z), ones([...z.shape.slice(0, -1), 1])], -1);

/** Support sets side by side: of each of N classes K supports, of which the first `shots[b]` count in set b. */
export interface Counted {
  readonly N: number;
  readonly K: number;
  readonly shots: readonly number[];
}

/** A number for each set b, support i of class `of(i)` and column j, 0 for supports that do not count: [b, N K, columns]. */
function table({ N, K, shots }: Counted, columns: number, of: Entry): Tensor {
  const m = N * K;
  const values = new Float32Array(shots.length * m * columns);
  shots.forEach((k, b) => {
    for (let i = 0; i < m; i++) {
      if (i % K >= k) continue;
      for (let j = 0; j < columns; j++)
        values[(b * m + i) * columns + j] = of(Math.floor(i / K), i, j, k);
    }
  });
  return tensor(values, [shots.length, m, columns]);
}
type Entry = (of: number, i: number, j: number, k: number) => number;

/**
 * The gradient of the mean of −log softmax(x W) at the classes of those that count, + λ |W|² / 2, for x [b, N K, d] and
 * W [b, d, N].
 */
export function logisticSlope(
  x: Tensor,
  counted: Counted,
  lambda: number = LAMBDA.regression,
): (W: Tensor) => Tensor {
  const { N } = counted;
  const y = table(counted, N, (of, _, j) => Number(of === j));
  const share = table(counted, 1, (_, __, ___, k) => 1 / (N * k));
  return (W) => {
    const surprise = mul(sub(softmax(matMul(x, W)), y), share);
    return add(matMul(x, surprise, { transposeA: true }), mul(W, lambda));
  };
}

/** Logistic regression on supports g [b, N K, d]: a new last layer for rows of `withOne`, [b, d + 1, N]. */
export function newLayer(g: Tensor, counted: Counted): Tensor {
  const x = withOne(g);
  const { regression: mu } = LAMBDA;
  const shape = [x.shape[0], x.shape[2]!, counted.N];
  return descend(logisticSlope(x, counted), shape, { L: SQUARE / 2 + mu, mu });
}

/** Its logits of queries f [b, n, d]: [b, n, N]. */
export const logisticRegression = (g: Tensor, f: Tensor, counted: Counted): Tensor =>
  matMul(withOne(f), newLayer(g, counted));

/**
 * The gradient, for each support j that counts and its own w_j, a column of W [b, d, N K], of
 * ½ Σ_i C_ij max(0, 1 − T_ij w_j·x_i)² + λ |w_j|² / 2. T is 1 for the support itself and −1 for those of other classes; C is ½ for
 * itself, and the other half is shared by them. For supports that do not count w_j stays 0.
 */
export function exemplarSlope(
  x: Tensor,
  counted: Counted,
  lambda: number = LAMBDA.exemplar,
): (W: Tensor) => Tensor {
  const { N, K } = counted;
  const entries = (own: number, others: (k: number) => number): Tensor =>
    table(counted, N * K, (of, i, j, k) => {
      if (i === j) return own;
      return j % K < k && of !== Math.floor(j / K) ? others(k) : 0;
    });
  const T = entries(1, () => -1);
  const CT = entries(1 / 2, (k) => -1 / (2 * k * (N - 1)));
  return (W) => {
    const short = maximum(sub(1, mul(matMul(x, W), T)), 0);
    return sub(mul(W, lambda), matMul(x, mul(short, CT), { transposeA: true }));
  };
}

/** Below all scores. */
const NEVER = -1e4;

/**
 * Exemplar SVMs (Malisiewicz, Gupta and Efros, ICCV 2011), with the hinge squared: for each support of g [b, N K, d] a linear
 * classifier that tells it from all of other classes. Scores of queries f [b, n, d] are [b, n, N K].
 */
export function exemplarSvms(g: Tensor, f: Tensor, counted: Counted): Tensor {
  const x = withOne(g);
  const [b, m, d] = x.shape as [number, number, number];
  const { exemplar: mu } = LAMBDA;
  const W = descend(exemplarSlope(x, counted), [b, d, m], { L: SQUARE + mu, mu });
  const absent = counted.shots.flatMap((k) =>
    Array.from({ length: m }, (_, j) => (j % counted.K < k ? 0 : NEVER)),
  );
  return add(matMul(withOne(f), W), tensor(absent, [b, 1, m]));
}

/** Linear classifiers that are fitted to the support set of each episode anew: what arXiv:1606.04080v1 has to compete with. */
import { add, maximum, mul, sub } from "../../math/elementwise.ts";
import { matMul } from "../../math/linear.ts";
import { normalise } from "../../math/norm.ts";
import { softmax } from "../../math/reduce.ts";
import { concat } from "../../math/shape.ts";
import { ones, tensor, zeros, type Tensor } from "../../math/tensor.ts";

/** Ours, chosen on characters of training: how much weights are held back, and how many steps are taken towards the least. */
const LAMBDA = 0.05;
const STEPS = 40;

/**
 * Near the least of a function whose second derivatives lie between mu and L: gradient descent with momentum from zeros (Nesterov,
 * Introductory Lectures on Convex Optimization, 2004, scheme 2.2.11).
 *
 * @param slope the gradient
 */
export function descend(
  slope: (W: Tensor) => Tensor,
  shape: readonly number[],
  L: number,
  mu: number,
): Tensor {
  const root = Math.sqrt(mu / L);
  const momentum = (1 - root) / (1 + root);
  let [W, ahead] = [zeros([...shape]), zeros([...shape])];
  for (let i = 0; i < STEPS; i++) {
    const next = sub(ahead, mul(slope(ahead), 1 / L));
    ahead = add(next, mul(sub(next, W), momentum));
    W = next;
  }
  return W;
}

/** Rows [e, n, d] of length 1, and a 1 beside each for the bias: [e, n, d + 1]. So no square of a row is above 2. */
export const withOne = (z: Tensor): Tensor =>
  concat([normalise(z), ones([...z.shape.slice(0, -1), 1])], -1);

/** A row a support, by class, k of each of N: 1 at its class. [N k, N] */
const labelsOf = (N: number, k: number): Float32Array =>
  Float32Array.from({ length: N * k * N }, (_, i) => Number(Math.floor(i / N / k) === i % N));

/** The gradient of mean −log softmax(x W) at y and λ |W|² / 2, for x [e, m, d], W [e, d, N] and one-hot y [m, N]. */
export const logisticSlope =
  (x: Tensor, y: Tensor, lambda = LAMBDA) =>
  (W: Tensor): Tensor => {
    const m = x.shape[1]!;
    const surprise = sub(softmax(matMul(x, W)), y);
    return add(mul(matMul(x, surprise, { transposeA: true }), 1 / m), mul(W, lambda));
  };

/** Logistic regression on supports g [e, N k, d]: a new last layer, whose logits of queries f [e, n, d] are [e, n, N]. */
export function logisticRegression(g: Tensor, f: Tensor, N: number): Tensor {
  const x = withOne(g);
  const [e, m, d] = x.shape as [number, number, number];
  const y = tensor(labelsOf(N, m / N), [m, N]);
  return matMul(withOne(f), descend(logisticSlope(x, y), [e, d, N], 1 + LAMBDA, LAMBDA));
}

/**
 * The gradient, for each support j and its own w_j, a column of W [e, d, m], of ½ Σ_i C_ij max(0, 1 − T_ij w_j·x_i)² + λ |w_j|² / 2.
 * T is 1 for the support itself, −1 for those of other classes; C is ½ for itself, and the other half is shared by them.
 */
export function exemplarSlope(x: Tensor, N: number, lambda = LAMBDA): (W: Tensor) => Tensor {
  const m = x.shape[1]!;
  const k = m / N;
  const of = (own: number, other: number): Tensor => {
    const among = (i: number, j: number): number =>
      i === j ? own : Math.floor(i / k) === Math.floor(j / k) ? 0 : other;
    return tensor(
      Float32Array.from({ length: m * m }, (_, at) => among(Math.floor(at / m), at % m)),
      [m, m],
    );
  };
  const [T, CT] = [of(1, -1), of(0.5, -0.5 / (m - k))];
  return (W) => {
    const short = maximum(sub(1, mul(matMul(x, W), T)), 0);
    return sub(mul(W, lambda), matMul(x, mul(short, CT), { transposeA: true }));
  };
}

/**
 * Exemplar SVMs (Malisiewicz, Gupta and Efros, ICCV 2011), with the hinge squared: for each support of g [e, N k, d] a linear
 * classifier that tells it from all of other classes. Scores of queries f [e, n, d] are [e, n, N k].
 */
export function exemplarSvms(g: Tensor, f: Tensor, N: number): Tensor {
  const x = withOne(g);
  const [e, m, d] = x.shape as [number, number, number];
  return matMul(withOne(f), descend(exemplarSlope(x, N), [e, d, m], 2 + LAMBDA, LAMBDA));
}

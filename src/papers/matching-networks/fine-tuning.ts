/**
 * Fine-tuning on the supports of an episode, which arXiv:1606.04080v1 tries in Tables 1 and 2 and does not describe. Ours: the last
 * block of the CNN and a new last layer take a few steps together, by the statistics of batch norm that were stored. A fit of
 * each of e episodes stands beside the others.
 */
import { sum } from "../../math/broadcast.ts";
import { add, mul, square, sub } from "../../math/elementwise.ts";
import { valueAndGrad } from "../../math/grad.ts";
import { matMul } from "../../math/linear.ts";
import { batchNormWith, type Moments } from "../../math/norm.ts";
import { adam } from "../../math/optim.ts";
import { logSumExp, max } from "../../math/reduce.ts";
import { pad, reshape, slice, stack } from "../../math/shape.ts";
import { tensor, zeros, type Tensor } from "../../math/tensor.ts";
import type { Block } from "./embedding.ts";
import { LAMBDA, newLayer, withOne } from "./linear-fits.ts";
import type { Kind } from "./matching.ts";
import type { Rule } from "./rival-rules.ts";

/** How many steps of Adam at which learning rate: the best of `scripts/tuning-trial.ts`, on characters of training. */
const TUNING = { steps: 5, alpha: 0.0003 };

/** Blocks that stay as they are. */
export const BEFORE = 3;

/** What the last block is given has so many pixels a side, and pooling leaves one of the first two by two places. */
const SIDE = 3;
const PLACES = [0, 1].flatMap((row) => [0, 1].map((column) => [row, column] as const));

/** For each fit filters [e, 9 C, C], gain and bias [e, 1, C], and a layer on features of length 1 and a 1, [e, C + 1, N]. */
export type Tuned = {
  readonly W: Tensor;
  readonly gain: Tensor;
  readonly bias: Tensor;
  readonly layer: Tensor;
};

/** Maps [e, n, 9 C] to what the filters see at each of the four places: [e, 4 n, 9 C]. */
export function patchesOf(maps: Tensor): Tensor {
  const [e, n, long] = maps.shape as [number, number, number];
  const C = long / SIDE ** 2;
  const around = [1, 1] as const;
  const framed = pad(reshape(maps, [e * n, SIDE, SIDE, C]), [[0, 0], around, around, [0, 0]]);
  const under = PLACES.map(([row, column]) =>
    reshape(slice(framed, [0, row, column, 0], [e * n, SIDE, SIDE, C]), [e * n, long]),
  );
  return reshape(stack(under, 1), [e, n * PLACES.length, long]);
}

/** The last block on those patches: convolution, batch norm, ReLU and 2 by 2 pooling, [e, n, C]. */
export function lastBlock(
  { W, gain, bias }: Pick<Tuned, "W" | "gain" | "bias">,
  statistics: Moments,
  patches: Tensor,
): Tensor {
  const [e, rows] = patches.shape as [number, number];
  const sums = batchNormWith(matMul(patches, W), statistics, gain, bias, "relu");
  return max(reshape(sums, [e, rows / PLACES.length, PLACES.length, -1]), 2);
}

const logitsOf = (learner: Tuned, statistics: Moments, patches: Tensor): Tensor =>
  matMul(withOne(lastBlock(learner, statistics, patches)), learner.layer);

/** One-hot labels of supports by class, [1, N k, N]. */
const oneHotOf = ({ N, k }: Kind): Tensor =>
  tensor(
    Float32Array.from({ length: N * k * N }, (_, i) => Number(Math.floor(i / (N * k)) === i % N)),
    [1, N * k, N],
  );

/** Of each fit the mean of −log softmax at the supports' classes, + λ |layer|² / 2, added up: no fit sees another. */
export function lossOf(learner: Tuned, statistics: Moments, patches: Tensor, kind: Kind): Tensor {
  const logits = logitsOf(learner, statistics, patches);
  const surprise = sub(logSumExp(logits, -1), sum(mul(logits, oneHotOf(kind)), -1));
  const held = mul(sum(square(learner.layer)), LAMBDA.regression / 2);
  return add(mul(sum(surprise), 1 / (kind.N * kind.k)), held);
}

/** Begins at the trained block with the layer of logistic regression on its features. Rows are the maps before the block, [e, n, 9 C]. */
export const byTuning =
  ({ W, gain, bias }: Block, statistics: Moments, { steps, alpha } = TUNING): Rule =>
  (g, f, kind) => {
    const [e, , long] = g.shape as [number, number, number];
    const [C] = gain.shape;
    const each = (x: Tensor, rows: number): Tensor =>
      add(reshape(x, [1, rows, C]), zeros([e, rows, C]));
    const block = { W: each(W, long), gain: each(gain, 1), bias: each(bias, 1) };
    const patches = patchesOf(g);
    const shots = Array<number>(e).fill(kind.k);
    const layer = newLayer(lastBlock(block, statistics, patches), { N: kind.N, K: kind.k, shots });
    const optimiser = adam();
    let learner: Tuned = { ...block, layer };
    let moments = optimiser.init(learner);
    for (let t = 0; t < steps; t++) {
      const { grad } = valueAndGrad((x: Tuned) => lossOf(x, statistics, patches, kind))(learner);
      const next = optimiser.update(learner, grad, moments, alpha);
      [learner, moments] = [next.params, next.state];
    }
    return reshape(logitsOf(learner, statistics, patchesOf(f)), [-1, kind.N]);
  };

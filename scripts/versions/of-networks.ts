/** Operations that networks are built of: products, convolutions, layers, gradients and optimisers. */
import { sum } from "../../src/math/broadcast.ts";
import * as classes from "../../src/math/classification.ts";
import { conv3x3, maxPool2x2 } from "../../src/math/conv.ts";
import * as elementwise from "../../src/math/elementwise.ts";
import { valueAndGrad, valueAndGradWithAux } from "../../src/math/grad.ts";
import { ridge, rSquared } from "../../src/math/least-squares.ts";
import { dense, gather, matMul } from "../../src/math/linear.ts";
import { lstmCell, lstmStep } from "../../src/math/lstm.ts";
import * as nn from "../../src/math/nn.ts";
import { batchNorm, batchNormWith, layerNorm, moments, normalise } from "../../src/math/norm.ts";
import { adam, rmsprop, sgd, type Optimiser } from "../../src/math/optim.ts";
import { mean } from "../../src/math/reduce.ts";
import { tensor, type Tensor } from "../../src/math/tensor.ts";
import { leaves } from "../../src/math/tree.ts";
import { warp } from "../../src/math/warp.ts";
import { given, graded, gradedEach, KEY, pair, type Trial, type Trials } from "./probe.ts";

const optimiser =
  (make: () => Optimiser): Trial =>
  () => {
    const { init, update } = make();
    return [undefined, 0.5].flatMap((bound) => {
      let params = { W: given([9, 5], "W"), b: given([5], "b") };
      let state = init(params);
      for (let step = 0; step < 3; step++) {
        const grads = { W: given([9, 5], `dW ${step}`), b: given([5], `db ${step}`) };
        ({ params, state } = update(params, grads, state, 0.01, bound));
      }
      return [...leaves(params), ...leaves(state)];
    });
  };
const layer =
  (make: nn.Initialiser): Trial =>
  () =>
    leaves(make(KEY, 13, 7));
const normed =
  (f: typeof layerNorm): Trial =>
  () =>
    gradedEach(
      ({ x, gain, bias }) => f(x, gain, bias),
      [
        { x: given([12, 6]), gain: given([6], "gain"), bias: given([6], "bias") },
        { x: given([4, 5, 5, 3]), gain: given([3], "gain"), bias: given([3], "bias") },
      ],
    );
const squares = (x: Tensor): Tensor => mean(elementwise.square(elementwise.tanh(x)));

/** Labels of twelve rows, each of five classes among them. */
const labels = (): Tensor => tensor([4, 0, 2, 1, 3, 0, 4, 4, 1, 2, 3, 0], [12]);

export const OF_NETWORKS: Trials = {
  "classification.argmax": () => [
    classes.argmax(given([12, 5])),
    classes.argmax(given([12, 5]), 0),
  ],
  "classification.oneHot": () => [classes.oneHot(labels(), 5)],
  "classification.crossEntropy": () =>
    graded((logits: Tensor) => classes.crossEntropy(logits, labels()), given([12, 5])),
  "classification.accuracy": () => [classes.accuracy(given([12, 5]), labels())],
  "conv.conv3x3": () =>
    (["linear", "relu"] as const).flatMap((activation) =>
      gradedEach(
        ({ x, filter, bias }) => conv3x3(x, filter, bias, activation),
        [1, 2, 16].map((channels) => ({
          x: given([3, 7, 6, channels]),
          filter: given([3, 3, channels, 17], "filter"),
          bias: given([17], "bias"),
        })),
      ).concat(
        graded(({ x, filter }) => conv3x3(x, filter), {
          x: given([3, 7, 6, 4]),
          filter: given([3, 3, 4, 5], "filter"),
        }),
      ),
    ),
  "conv.maxPool2x2": () => graded(maxPool2x2, given([3, 7, 6, 5])),
  "grad.valueAndGrad": () => {
    // Twice: a gradient may be part of a loss.
    const slope = (x: Tensor): Tensor => sum(elementwise.square(valueAndGrad(squares)(x).grad));
    const { value, grad } = valueAndGrad(slope)(given([5]));
    return [value, grad];
  },
  "grad.valueAndGradWithAux": () => {
    const { value, aux, grad } = valueAndGradWithAux((x: Tensor) => ({
      loss: squares(x),
      aux: elementwise.exp(x),
    }))(given([5]));
    return [value, aux, grad];
  },
  "least-squares.ridge": () => {
    const plain = (t: Tensor) => ({ shape: t.shape, data: t.dataSync() });
    const x = plain(given([9, 3]));
    return [Array.from(ridge(x, plain(given([9, 2], "y")), 0.1)(x).data)];
  },
  "least-squares.rSquared": () => [[rSquared([1.1, 2, 4.3], [1, 2.2, 3.9])]],
  // Narrow, wide, deep and in batches: each has a path of its own in the kernels.
  "linear.matMul": () =>
    gradedEach(
      ({ a, b }) => matMul(a, b),
      (
        [
          [
            [1, 7],
            [7, 5],
          ],
          [
            [64, 2],
            [2, 16],
          ],
          [
            [64, 16],
            [16, 1],
          ],
          [
            [33, 65],
            [65, 34],
          ],
          [
            [19, 300],
            [300, 70],
          ],
          [
            [4, 5, 6],
            [4, 6, 7],
          ],
          [
            [4, 5, 6],
            [6, 7],
          ],
        ] as const
      ).map(([a, b]) => pair(a, b)),
    ),
  "linear.dense": () =>
    (["linear", "relu"] as const).flatMap((activation) =>
      gradedEach(
        ({ x, W, b }) => dense(x, W, b, activation),
        (
          [
            [64, 2, 16],
            [64, 16, 1],
            [33, 65, 34],
          ] as const
        ).map(([n, inner, out]) => ({
          x: given([n, inner]),
          W: given([inner, out], "W"),
          b: given([out], "b"),
        })),
      ),
    ),
  "linear.gather": () => graded((x: Tensor) => gather(x, [4, 0, 4, 2]), given([5, 3])),
  "lstm.lstmCell": () =>
    graded(
      ({ W, b, x, h, c }) => {
        const next = lstmCell({ W, b }, x, { h, c });
        return elementwise.add(next.h, next.c);
      },
      {
        W: given([12, 28], "W"),
        b: given([28], "b"),
        x: given([3, 5]),
        h: given([3, 7], "h"),
        c: given([3, 7], "c"),
      },
    ),
  "lstm.lstmStep": () =>
    graded(
      ({ gates, c }) => {
        const next = lstmStep(gates, c);
        return elementwise.add(next.h, next.c);
      },
      { gates: given([3, 28], "gates"), c: given([3, 7], "c") },
    ),
  "nn.heNormal": layer(nn.heNormal),
  "nn.glorotUniform": layer(nn.glorotUniform),
  "nn.fanInUniform": layer(nn.fanInUniform),
  "nn.initMlp": () => leaves(nn.initMlp(KEY, [2, 16, 5])),
  "nn.mlp": () =>
    graded(({ layers, x }) => nn.mlp(layers, x), {
      layers: nn.initMlp(KEY, [2, 16, 16, 1]),
      x: given([32, 2]),
    }),
  "norm.layerNorm": normed(layerNorm),
  "norm.batchNorm": normed((x, gain, bias) => batchNorm(x, gain, bias)),
  "norm.batchNormWith": () =>
    (["linear", "relu"] as const).flatMap((activation) =>
      graded(
        ({ x, mean: middle, root, gain, bias }) => {
          const statistics = { mean: middle, variance: elementwise.square(root) };
          return batchNormWith(x, statistics, gain, bias, activation);
        },
        {
          x: given([4, 5, 5, 3]),
          mean: given([3], "mean"),
          root: given([3], "root"),
          gain: given([3], "gain"),
          bias: given([3], "bias"),
        },
      ),
    ),
  "norm.moments": () =>
    graded(
      (x) => {
        const { mean: middle, variance } = moments(x, [0, 1, 2]);
        return elementwise.add(middle, elementwise.square(variance));
      },
      given([4, 5, 5, 3]),
    ),
  "norm.normalise": () => graded(normalise, given([12, 6])),
  "optim.sgd": optimiser(sgd),
  "optim.rmsprop": optimiser(rmsprop),
  "optim.adam": optimiser(adam),
  "warp.warp": () =>
    gradedEach(
      ({ images, affine }) => warp(images, affine),
      [
        [3, 7, 6],
        [3, 5, 5, 2],
      ].map((shape) => ({
        images: given(shape),
        affine: given([3, 2, 3], "affine"),
      })),
    ),
};

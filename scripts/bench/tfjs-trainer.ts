/** Cases in the words of TensorFlow.js itself. */
import * as tf from "@tensorflow/tfjs";
import { layers } from "./numbers.ts";
import type { Trainer } from "./trainer.ts";

/** A trainer of a step that updates variables and returns its loss. */
export const train = (step: (i: number) => tf.Tensor): Trainer => ({
  step: (i) => tf.tidy(() => step(i).dataSync<"float32">()[0]!),
  close: () => tf.disposeVariables(),
});

export interface Layer {
  readonly W: tf.Variable;
  readonly b: tf.Variable;
}

/** First weights of an MLP. */
export const initLayers = (name: string, sizes: readonly number[]): Layer[] =>
  layers(name, sizes).map(({ W, b, fanIn, fanOut }) => ({
    W: tf.variable(tf.tensor2d(W, [fanIn, fanOut])),
    b: tf.variable(tf.tensor1d(b)),
  }));

/** The layers in turn, ReLU between them, the last one linear. */
export const mlp = (weights: readonly Layer[], x: tf.Tensor2D): tf.Tensor2D =>
  weights.reduce((h, { W, b }, i) => {
    const y = tf.add(tf.matMul(h, W as tf.Tensor as tf.Tensor2D), b) as tf.Tensor2D;
    return i < weights.length - 1 ? tf.relu(y) : y;
  }, x);

/** The variables of layers, to name what an optimiser may change. */
export const variablesOf = (weights: readonly Layer[]): tf.Variable[] =>
  weights.flatMap(({ W, b }) => [W, b]);

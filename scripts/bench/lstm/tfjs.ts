import * as tf from "@tensorflow/tfjs";
import { train } from "../tfjs-trainer.ts";
import type { Start } from "../trainer.ts";
import * as inputs from "./inputs.ts";

const { BATCH, INPUT, UNITS } = inputs;

export const start: Start = () => {
  const W = tf.variable(tf.tensor2d(inputs.W.values, inputs.W.shape));
  const b = tf.variable(tf.zeros([4 * UNITS]));
  const optimizer = tf.train.adam(inputs.RATE, 0.9, 0.999, 1e-8);
  const cell = (x: tf.Tensor2D, h: tf.Tensor2D, c: tf.Tensor2D): [tf.Tensor2D, tf.Tensor2D] => {
    const gates = tf.add(tf.matMul(tf.concat([x, h], 1), W as tf.Tensor as tf.Tensor2D), b);
    const [i, f, g, o] = tf.split(gates, 4, 1);
    const next = tf.add(tf.mul(tf.sigmoid(f!), c), tf.mul(tf.sigmoid(i!), tf.tanh(g!)));
    return [tf.mul(tf.sigmoid(o!), tf.tanh(next)), next as tf.Tensor2D];
  };
  return train((i) => {
    const sequence = inputs.x.map((pool) => tf.tensor2d(pool.at(i), [BATCH, INPUT]));
    return optimizer.minimize(() => {
      let [h, c] = [tf.zeros([BATCH, UNITS]), tf.zeros([BATCH, UNITS])] as [
        tf.Tensor2D,
        tf.Tensor2D,
      ];
      for (const x of sequence) [h, c] = cell(x, h, c);
      return tf.mean(tf.square(h));
    }, true)!;
  });
};

import * as tf from "@tensorflow/tfjs";
import { train } from "../tfjs-trainer.ts";
import type { Start } from "../trainer.ts";
import { EPS, filtersOf, imagesOf, RATE, SIDE } from "./inputs.ts";

export const start: Start = ({ channels, images }) => {
  const pool = imagesOf(images!);
  const blocks = filtersOf(channels!).map(({ values, shape }) => ({
    filter: tf.variable(tf.tensor4d(values, shape)) as tf.Tensor as tf.Tensor4D,
    gain: tf.variable(tf.ones([channels!])) as tf.Tensor as tf.Tensor1D,
    bias: tf.variable(tf.zeros([channels!])) as tf.Tensor as tf.Tensor1D,
  }));
  const optimizer = tf.train.adam(RATE, 0.9, 0.999, 1e-8);
  const embed = (x: tf.Tensor4D): tf.Tensor4D =>
    blocks.reduce((h, { filter, gain, bias }) => {
      const y = tf.conv2d(h, filter, 1, "same");
      const { mean, variance } = tf.moments(y, [0, 1, 2]);
      const normed = tf.batchNorm4d(
        y,
        mean as tf.Tensor1D,
        variance as tf.Tensor1D,
        bias,
        gain,
        EPS,
      );
      return tf.maxPool(tf.relu(normed), 2, 2, "valid");
    }, x);
  return train((i) => {
    const x = tf.tensor4d(pool.at(i), [images!, SIDE, SIDE, 1]);
    return optimizer.minimize(() => tf.mean(tf.square(embed(x))), true)!;
  });
};

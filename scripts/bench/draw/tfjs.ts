import * as tf from "@tensorflow/tfjs";
import { train } from "../tfjs-trainer.ts";
import type { Start } from "../trainer.ts";
import { BATCH, first, images, offsets, PARAMETERS, PATCH, pixels, RATE, SIDE } from "./inputs.ts";

export const start: Start = () => {
  const steps = tf.keep(tf.tensor3d(offsets, [1, PATCH, 1]));
  const places = tf.keep(tf.tensor3d(pixels, [1, 1, SIDE]));
  const parameters = tf.variable(tf.tensor2d(first, [BATCH, PARAMETERS]));
  const optimizer = tf.train.sgd(RATE);

  function filterbank(centre: tf.Tensor, delta: tf.Tensor, variance: tf.Tensor): tf.Tensor {
    const middle = tf.mul(tf.add(centre, 1), (SIDE + 1) / 2);
    const means = tf.add(middle, tf.mul(steps, delta));
    const bells = tf.exp(tf.neg(tf.div(tf.square(tf.sub(places, means)), tf.mul(variance, 2))));
    return tf.div(bells, tf.add(tf.sum(bells, 2, true), 1e-8));
  }

  function readAndWrite(x: tf.Tensor): tf.Tensor {
    const columns = tf.split(parameters, PARAMETERS, 1);
    const [gx, gy, s, d, g] = columns.map((c) => tf.reshape(c, [BATCH, 1, 1]));
    const variance = tf.exp(s!);
    const delta = tf.mul(tf.exp(d!), (SIDE - 1) / (PATCH - 1));
    const gamma = tf.exp(g!);
    const fx = filterbank(gx!, delta, variance);
    const fy = filterbank(gy!, delta, variance);
    const patch = tf.mul(gamma, tf.matMul(tf.matMul(fy, x), fx, false, true));
    return tf.div(tf.matMul(tf.matMul(fy, patch, true), fx), gamma);
  }

  return train((i) => {
    const x = tf.tensor3d(images.at(i), [BATCH, SIDE, SIDE]);
    const loss = (): tf.Scalar => tf.mean(tf.square(tf.sub(readAndWrite(x), x)));
    return optimizer.minimize(loss, true)!;
  });
};

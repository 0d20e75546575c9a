import * as tf from "@tensorflow/tfjs";
import { train } from "../tfjs-trainer.ts";
import type { Start } from "../trainer.ts";
import { DIMENSIONS, embeddings, positives, RATE, selves, TEMPERATURE } from "./inputs.ts";

export const start: Start = ({ batch }) => {
  const n = batch!;
  const weights = tf.keep(tf.tensor2d(positives(n), [n, n]));
  const notSelf = tf.keep(tf.tensor2d(selves(n), [n, n]));
  const x = tf.variable(tf.tensor2d(embeddings(n), [n, DIMENSIONS]));
  const optimizer = tf.train.sgd(RATE);
  const loss = (): tf.Scalar => {
    const z = tf.div(x, tf.sqrt(tf.sum(tf.square(x), 1, true)));
    const alike = tf.mul(tf.matMul(z, z, false, true), 1 / TEMPERATURE);
    const all = tf.logSumExp(tf.add(alike, notSelf), 1, true);
    return tf.sum(tf.mul(weights, tf.sub(all, alike)));
  };
  return train(() => optimizer.minimize(loss, true)!);
};

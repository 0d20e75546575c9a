import * as tf from "@tensorflow/tfjs";
import { train } from "../tfjs-trainer.ts";
import type { Start } from "../trainer.ts";
import { gradient, RATE, weights } from "./inputs.ts";

export const start: Start = () => {
  const w = tf.variable(tf.tensor1d(weights));
  const g = tf.keep(tf.tensor1d(gradient));
  const optimizer = tf.train.adam(RATE, 0.9, 0.999, 1e-8);
  return train(() => {
    optimizer.applyGradients([{ name: w.name, tensor: g }]);
    return tf.slice(w, [0], [1]);
  });
};

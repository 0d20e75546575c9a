import * as tf from "@tensorflow/tfjs";
import { initLayers, mlp, train } from "../tfjs-trainer.ts";
import type { Start } from "../trainer.ts";
import { BATCH, RATE, sizesOf, x, y } from "./inputs.ts";

export const start: Start = ({ hidden }) => {
  const weights = initLayers("mlp", sizesOf(hidden!));
  const optimizer = tf.train.sgd(RATE);
  return train((i) => {
    const points = tf.tensor2d(x.at(i), [BATCH, 2]);
    const wanted = tf.tensor2d(y.at(i), [BATCH, 1]);
    const loss = (): tf.Scalar => tf.mean(tf.square(tf.sub(mlp(weights, points), wanted)));
    return optimizer.minimize(loss, true)!;
  });
};

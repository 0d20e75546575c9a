import * as tf from "@tensorflow/tfjs";
import { initLayers, mlp, train, variablesOf } from "../tfjs-trainer.ts";
import type { Start } from "../trainer.ts";
import * as inputs from "./inputs.ts";

const { BATCH, CLIP, RATE } = inputs;

export const start: Start = ({ hidden }) => {
  const w = initLayers("critic", inputs.criticSizes(hidden!));
  const theta = initLayers("generator", inputs.generatorSizes(hidden!));
  // It adds epsilon under the root: 1e-16 there is 1e-8 outside.
  const optimizers = [w, theta].map(() => tf.train.rmsprop(RATE, inputs.DECAY, 0, 1e-16));
  return train((i) => {
    for (let t = 0; t < inputs.ASCENTS; t++) {
      const x = tf.tensor2d(inputs.real[t]!.at(i), [BATCH, 2]);
      const made = mlp(theta, tf.tensor2d(inputs.noise[t]!.at(i), [BATCH, 2]));
      const loss = (): tf.Scalar => tf.sub(tf.mean(mlp(w, made)), tf.mean(mlp(w, x)));
      optimizers[0]!.minimize(loss, false, variablesOf(w));
      for (const variable of variablesOf(w)) variable.assign(tf.clipByValue(variable, -CLIP, CLIP));
    }
    const z = tf.tensor2d(inputs.lastNoise.at(i), [BATCH, 2]);
    const loss = (): tf.Scalar => tf.neg(tf.mean(mlp(w, mlp(theta, z))));
    return optimizers[1]!.minimize(loss, true, variablesOf(theta))!;
  });
};

import * as tf from "@tensorflow/tfjs";
import { initLayers, mlp, train } from "../tfjs-trainer.ts";
import type { Start } from "../trainer.ts";
import * as inputs from "./inputs.ts";

const { BATCH, LATENT } = inputs;

export const start: Start = () => {
  const encoder = initLayers("encoder", inputs.encoder);
  const decoder = initLayers("decoder", inputs.decoder);
  const optimizer = tf.train.adam(inputs.RATE, 0.9, 0.999, 1e-8);
  return train((i) => {
    const x = tf.tensor2d(inputs.images.at(i), [BATCH, inputs.PIXELS]);
    const noise = tf.tensor2d(inputs.noise.at(i), [BATCH, LATENT]);
    return optimizer.minimize(() => {
      const [mu, logVariance] = tf.split(mlp(encoder, x), 2, 1);
      const z = tf.add(mu!, tf.mul(tf.exp(tf.mul(logVariance!, 0.5)), noise)) as tf.Tensor2D;
      const logits = mlp(decoder, z);
      const misfit = tf.sum(tf.sub(tf.softplus(logits), tf.mul(x, logits)));
      const divergence = tf.sum(
        tf.sub(tf.add(tf.square(mu!), tf.exp(logVariance!)), tf.add(logVariance!, 1)),
      );
      return tf.mul(tf.add(misfit, tf.mul(divergence, 0.5)), 1 / BATCH);
    }, true)!;
  });
};

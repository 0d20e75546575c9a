import { nn, numpy as np, valueAndGrad } from "@jax-js/jax";
import {
  adam,
  again,
  array,
  filled,
  initLayers,
  mlp,
  train,
  zerosLike,
  type Jax,
  type Layers,
} from "../jax-trainer.ts";
import type { Start } from "../trainer.ts";
import * as inputs from "./inputs.ts";

type Weights = { encoder: Layers; decoder: Layers };
type State = { w: Weights; m: Weights; v: Weights };

const { BATCH, LATENT, PIXELS } = inputs;

/** The negative evidence lower bound, mean over the batch. */
function bound(w: Weights, x: Jax, noise: Jax): Jax {
  const [mu, logVariance] = np.split(mlp(w.encoder, x.ref), 2, 1) as [Jax, Jax];
  const z = mu.ref.add(np.exp(logVariance.ref.mul(0.5)).mul(noise));
  const logits = mlp(w.decoder, z);
  const misfit = np.sum(nn.softplus(logits.ref).sub(x.mul(logits)));
  const spread = np.square(mu).add(np.exp(logVariance.ref));
  const divergence = np.sum(spread.sub(logVariance.add(1)));
  return misfit.add(divergence.mul(0.5)).mul(1 / BATCH);
}

export const start: Start = () => {
  const w = {
    encoder: initLayers("encoder", inputs.encoder),
    decoder: initLayers("decoder", inputs.decoder),
  };
  return train<State>(
    { w, m: zerosLike(w), v: zerosLike(w) },
    (i) => [
      array(inputs.images.at(i), [BATCH, PIXELS]),
      array(inputs.noise.at(i), [BATCH, LATENT]),
      ...filled(i),
    ],
    (state, x, noise, f1, f2) => {
      const [value, slopes] = valueAndGrad(bound)(again(state.w), x, noise) as [Jax, Weights];
      const next = adam(state.w, slopes, state.m, state.v, f1, f2, inputs.RATE);
      f1.dispose();
      f2.dispose();
      return [value, { w: next[0]!, m: next[1]!, v: next[2]! }];
    },
  );
};

import { add, exp, mul, softplus, square, sub } from "../../../src/math/elementwise.ts";
import { sum } from "../../../src/math/broadcast.ts";
import { valueAndGrad } from "../../../src/math/grad.ts";
import { mlp, type Layer } from "../../../src/math/nn.ts";
import { adam } from "../../../src/math/optim.ts";
import { slice } from "../../../src/math/shape.ts";
import type { Tensor } from "../../../src/math/tensor.ts";
import type { Tree } from "../../../src/math/tree.ts";
import { batch, initLayers, train } from "../our-trainer.ts";
import type { Start } from "../trainer.ts";
import { BATCH, decoder, encoder, images, LATENT, noise, PIXELS, RATE } from "./inputs.ts";

type Weights = { readonly encoder: readonly Layer[]; readonly decoder: readonly Layer[] };
type State = { readonly weights: Weights; readonly moments: Tree };

/** The negative evidence lower bound, mean over the batch. */
function bound(weights: Weights, x: Tensor, noises: Tensor): Tensor {
  const code = mlp(weights.encoder, x);
  const mu = slice(code, [0, 0], [BATCH, LATENT]);
  const logVariance = slice(code, [0, LATENT], [BATCH, LATENT]);
  const z = add(mu, mul(exp(mul(logVariance, 0.5)), noises));
  const logits = mlp(weights.decoder, z);
  const misfit = sum(sub(softplus(logits), mul(x, logits)));
  const divergence = sum(sub(add(square(mu), exp(logVariance)), add(logVariance, 1)));
  return mul(add(misfit, mul(divergence, 0.5)), 1 / BATCH);
}

export const start: Start = () => {
  const { init, update } = adam();
  return train<State>(
    () => {
      const weights = {
        encoder: initLayers("encoder", encoder),
        decoder: initLayers("decoder", decoder),
      };
      return { weights, moments: init(weights) };
    },
    ({ weights, moments }, key) => {
      const [x, noises] = [batch(key, images, [BATCH, PIXELS]), batch(key, noise, [BATCH, LATENT])];
      const { value, grad } = valueAndGrad((w: Weights) => bound(w, x, noises))(weights);
      const next = update(weights, grad, moments, RATE);
      return { state: { weights: next.params, moments: next.state }, loss: value };
    },
  );
};

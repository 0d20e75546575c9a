/** Steps of a model as memory meets it at its worst: DRAW with attention (Gregor et al., arXiv:1502.04623v2, §3), T glimpses unrolled. */
import { broadcastTo, sum } from "../../../src/math/broadcast.ts";
import {
  add,
  clip,
  div,
  exp,
  mul,
  sigmoid,
  softplus,
  square,
  sub,
} from "../../../src/math/elementwise.ts";
import { valueAndGradWithAux } from "../../../src/math/grad.ts";
import { drawn } from "../../../src/math/drawn.ts";
import { fold, keyOf, type Key } from "../../../src/math/key.ts";
import { dense, matMul } from "../../../src/math/linear.ts";
import { lstmCell, type LstmWeights } from "../../../src/math/lstm.ts";
import { glorotUniform, type Layer } from "../../../src/math/nn.ts";
import { adam } from "../../../src/math/optim.ts";
import { normal } from "../../../src/math/random.ts";
import { uniformArray } from "../../../src/math/random-arrays.ts";
import { mean, softmax } from "../../../src/math/reduce.ts";
import type { Step } from "../../../src/math/replay/stepper.ts";
import { concat, reshape, slice, stack, transpose } from "../../../src/math/shape.ts";
import { tensor, zeros, type Tensor } from "../../../src/math/tensor.ts";
import type { Tree } from "../../../src/math/tree.ts";

export interface Sizes {
  readonly T: number;
  readonly H: number;
  readonly Z: number;
  /** Side of the patches read and written. */
  readonly N: number;
  readonly side: number;
  /** Images a batch. */
  readonly m: number;
}

type Weights = {
  readonly encoder: LstmWeights;
  readonly decoder: LstmWeights;
  readonly posterior: Layer;
  readonly reading: Layer;
  readonly writing: Layer;
  readonly patch: Layer;
  readonly c0: Tensor;
};
export type DrawState = { readonly weights: Weights; readonly moments: Tree };

const { init, update } = adam();

export function firstDraw({ H, Z, N, side }: Sizes): DrawState {
  const layer = (name: string, inputs: number, outputs: number): Layer =>
    glorotUniform(fold(keyOf(4), name), inputs, outputs);
  const weights = {
    encoder: layer("encoder", 2 * N * N + 2 * H, 4 * H),
    decoder: layer("decoder", Z + H, 4 * H),
    posterior: layer("posterior", H, 2 * Z),
    reading: layer("reading", H, 5),
    writing: layer("writing", H, 5),
    patch: layer("patch", H, N * N),
    c0: zeros([side * side]),
  };
  return { weights, moments: init(weights) };
}

/** Eqs. 21 to 26. */
function windowOf(p: Tensor, { N, side, m }: Sizes): { FX: Tensor; FY: Tensor; gamma: Tensor } {
  const column = (i: number): Tensor => reshape(slice(p, [0, i], [m, 1]), [m, 1, 1]);
  const count = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
  const offsets = tensor(
    count(N).map((i) => i - (N - 1) / 2),
    [1, N, 1],
  );
  const places = tensor(count(side), [1, 1, side]);
  const variance = exp(clip(column(2), -4, 6));
  const delta = mul(exp(clip(column(3), -4, 1.5)), (side - 1) / (N - 1));
  const spread = mul(offsets, delta);
  const bank = (g: Tensor): Tensor => {
    const centre = sub(mul(add(g, 1), (side + 1) / 2), 1);
    return softmax(mul(square(sub(places, add(centre, spread))), div(-0.5, variance)));
  };
  return { FX: bank(column(0)), FY: bank(column(1)), gamma: exp(clip(column(4), -6, 6)) };
}

function nats(w: Weights, sizes: Sizes, x: Tensor, noises: readonly Tensor[]) {
  const { H, Z, N, side, m } = sizes;
  const shape = [m, side, side];
  let canvas = broadcastTo(w.c0, [m, side * side]);
  let encoder = { h: zeros([m, H]), c: zeros([m, H]) };
  let decoder = { h: zeros([m, H]), c: zeros([m, H]) };
  const divergences: Tensor[] = [];
  for (const noise of noises) {
    const { FX, FY, gamma } = windowOf(dense(decoder.h, w.reading.W, w.reading.b), sizes);
    const glimpses = [x, sub(x, sigmoid(canvas))].map((image) =>
      reshape(mul(matMul(matMul(FY, reshape(image, shape)), transpose(FX)), gamma), [m, N * N]),
    );
    encoder = lstmCell(w.encoder, concat([...glimpses, decoder.h], 1), encoder);
    const q = dense(encoder.h, w.posterior.W, w.posterior.b);
    const mu = slice(q, [0, 0], [m, Z]);
    const logSigma = clip(slice(q, [0, Z], [m, Z]), -6, 2);
    const sigma = exp(logSigma);
    const spread = mul(add(square(mu), square(sigma)), 0.5);
    divergences.push(sum(sub(spread, add(logSigma, 0.5)), 1));
    decoder = lstmCell(w.decoder, add(mu, mul(sigma, noise)), decoder);
    const window = windowOf(dense(decoder.h, w.writing.W, w.writing.b), sizes);
    const patch = reshape(dense(decoder.h, w.patch.W, w.patch.b), [m, N, N]);
    const drawing = matMul(matMul(transpose(window.FY), patch), window.FX);
    canvas = add(canvas, reshape(div(drawing, window.gamma), [m, side * side]));
  }
  const reconstruction = mean(sum(sub(softplus(canvas), mul(x, canvas)), 1));
  const divergence = mean(divergences.reduce((a, b) => add(a, b)));
  return { loss: add(reconstruction, divergence), aux: { reconstruction, divergence } };
}

/** Black and white squares in place of digits. */
function images(key: Key, { m, side }: Sizes): Tensor {
  const pixels = m * side * side;
  return drawn(key, [m, side * side], (from, out = new Float32Array(pixels)) => {
    const chances = uniformArray(from, pixels);
    for (let i = 0; i < pixels; i++) if (chances[i]! < 0.3) out[i] = 1;
    return out;
  });
}

export const drawStep =
  (sizes: Sizes): Step<DrawState> =>
  ({ weights, moments }, key) => {
    const { T, Z, m } = sizes;
    const x = images(fold(key, "x"), sizes);
    const noises = Array.from({ length: T }, (_, t) => normal(fold(fold(key, "z"), t), [m, Z]));
    const { value, aux, grad } = valueAndGradWithAux((w: Weights) => nats(w, sizes, x, noises))(
      weights,
    );
    const next = update(weights, grad, moments, 0.001);
    return {
      state: { weights: next.params, moments: next.state },
      metrics: stack([value, aux.reconstruction, aux.divergence]),
    };
  };

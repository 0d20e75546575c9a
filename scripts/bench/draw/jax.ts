import { numpy as np, valueAndGrad } from "@jax-js/jax";
import { array, train, type Jax } from "../jax-trainer.ts";
import type { Start } from "../trainer.ts";
import { BATCH, first, images, offsets, PARAMETERS, PATCH, pixels, RATE, SIDE } from "./inputs.ts";

const constant = (values: readonly number[], shape: number[]): Jax =>
  array(Float32Array.from(values), shape);

function filterbank(centre: Jax, delta: Jax, variance: Jax): Jax {
  const middle = centre.add(1).mul((SIDE + 1) / 2);
  const means = middle.add(constant(offsets, [1, PATCH, 1]).mul(delta));
  const away = np.square(constant(pixels, [1, 1, SIDE]).sub(means));
  const bells = np.exp(away.div(variance.mul(2)).neg());
  return bells.ref.div(np.sum(bells, 2, { keepdims: true }).add(1e-8));
}

function readAndWrite(parameters: Jax, x: Jax): Jax {
  const [gx, gy, s, d, g] = np
    .split(parameters, PARAMETERS, 1)
    .map((column) => column.reshape([BATCH, 1, 1])) as [Jax, Jax, Jax, Jax, Jax];
  const variance = np.exp(s);
  const delta = np.exp(d).mul((SIDE - 1) / (PATCH - 1));
  const gamma = np.exp(g);
  const fx = filterbank(gx, delta.ref, variance.ref);
  const fy = filterbank(gy, delta, variance);
  const turned = (f: Jax): Jax => f.transpose([0, 2, 1]);
  const patch = np.matmul(np.matmul(fy.ref, x), turned(fx.ref)).mul(gamma.ref);
  return np.matmul(np.matmul(turned(fy), patch), fx).div(gamma);
}

export const start: Start = () =>
  train<Jax>(
    array(first, [BATCH, PARAMETERS]),
    (i) => [array(images.at(i), [BATCH, SIDE, SIDE])],
    (parameters, x) => {
      const loss = (p: Jax, image: Jax): Jax =>
        np.mean(np.square(readAndWrite(p, image.ref).sub(image)));
      const [value, slope] = valueAndGrad(loss)(parameters.ref, x);
      return [value, parameters.sub(slope.mul(RATE))];
    },
  );

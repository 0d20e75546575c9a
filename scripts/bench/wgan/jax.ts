import { numpy as np, valueAndGrad } from "@jax-js/jax";
import {
  again,
  array,
  initLayers,
  mapLeaves,
  mlp,
  train,
  zerosLike,
  type Jax,
  type Layers,
} from "../jax-trainer.ts";
import type { Start } from "../trainer.ts";
import * as inputs from "./inputs.ts";

const { ASCENTS, BATCH, CLIP, DECAY, RATE } = inputs;

type State = { w: Layers; theta: Layers; wv: Layers; tv: Layers };

const rmsprop = (weights: Layers, slopes: Layers, squares: Layers): Layers[] =>
  mapLeaves(
    (w, g, v) => {
      const next = v.mul(DECAY).add(np.square(g.ref).mul(1 - DECAY));
      return [w.sub(g.mul(RATE).div(np.sqrt(next.ref).add(1e-8))), next];
    },
    weights,
    slopes,
    squares,
  );

const criticLoss = (w: Layers, made: Jax, real: Jax): Jax =>
  np.mean(mlp(again(w), made)).sub(np.mean(mlp(w, real)));
const generatorLoss = (theta: Layers, w: Layers, z: Jax): Jax =>
  np.mean(mlp(w, mlp(theta, z))).neg();

export const start: Start = ({ hidden }) => {
  const first = initLayers("critic", inputs.criticSizes(hidden!));
  const generator = initLayers("generator", inputs.generatorSizes(hidden!));
  return train<State>(
    { w: first, theta: generator, wv: zerosLike(first), tv: zerosLike(generator) },
    (i) =>
      [...inputs.real, ...inputs.noise, inputs.lastNoise].map((pool) =>
        array(pool.at(i), [BATCH, 2]),
      ),
    (state, ...batches) => {
      let { w, wv } = state;
      const { theta, tv } = state;
      for (let t = 0; t < ASCENTS; t++) {
        const made = mlp(again(theta), batches[ASCENTS + t]!);
        const [loss, slopes] = valueAndGrad(criticLoss)(again(w), made, batches[t]!) as [
          Jax,
          Layers,
        ];
        loss.dispose();
        const [next, squares] = rmsprop(w, slopes, wv);
        [w] = mapLeaves((leaf) => [np.clip(leaf, -CLIP, CLIP)], next!) as [Layers];
        wv = squares!;
      }
      const last = batches[2 * ASCENTS]!;
      const [value, slopes] = valueAndGrad(generatorLoss)(again(theta), again(w), last) as [
        Jax,
        Layers,
      ];
      const [next, squares] = rmsprop(theta, slopes, tv);
      return [value, { w, theta: next!, wv, tv: squares! }];
    },
  );
};

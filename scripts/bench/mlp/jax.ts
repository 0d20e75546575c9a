import { numpy as np, valueAndGrad } from "@jax-js/jax";
import {
  again,
  array,
  initLayers,
  mapLeaves,
  mlp,
  train,
  type Jax,
  type Layers,
} from "../jax-trainer.ts";
import type { Start } from "../trainer.ts";
import { BATCH, RATE, sizesOf, x, y } from "./inputs.ts";

export const start: Start = ({ hidden }) => {
  const loss = (w: Layers, points: Jax, wanted: Jax): Jax =>
    np.mean(np.square(mlp(w, points).sub(wanted)));
  return train<Layers>(
    initLayers("mlp", sizesOf(hidden!)),
    (i) => [array(x.at(i), [BATCH, 2]), array(y.at(i), [BATCH, 1])],
    (weights, points, wanted) => {
      const [value, slopes] = valueAndGrad(loss)(again(weights), points, wanted) as [Jax, Layers];
      const [next] = mapLeaves((w, g) => [w.sub(g.mul(RATE))], weights, slopes);
      return [value, next!];
    },
  );
};

import { jit, numpy as np, tree, valueAndGrad, type Array as Jax } from "@jax-js/jax";
import { nn } from "@jax-js/jax";
import { layers } from "../numbers.ts";
import type { Start } from "../trainer.ts";
import { BATCH, RATE, sizesOf, x, y } from "./inputs.ts";

type Weights = { W: Jax; b: Jax }[];

export const start: Start = ({ hidden }) => {
  let weights: Weights = layers("mlp", sizesOf(hidden!)).map(({ W, b, fanIn, fanOut }) => ({
    W: np.array(W as Float32Array<ArrayBuffer>).reshape([fanIn, fanOut]),
    b: np.array(b as Float32Array<ArrayBuffer>),
  }));
  // The library counts references: each use but the last is a `.ref`.
  const loss = (w: Weights, points: Jax, wanted: Jax): Jax => {
    const last = w.length - 1;
    const made = w.reduce((h, { W, b }, i) => {
      const z = np.matmul(h, W).add(b);
      return i < last ? nn.relu(z) : z;
    }, points);
    return np.mean(np.square(made.sub(wanted)));
  };
  const step = jit((w: Weights, points: Jax, wanted: Jax): [Jax, Weights] => {
    const [value, slopes] = valueAndGrad(loss)(tree.ref(w), points, wanted) as [Jax, Weights];
    const next = w.map(({ W, b }, i) => ({
      W: W.sub(slopes[i]!.W.mul(RATE)),
      b: b.sub(slopes[i]!.b.mul(RATE)),
    }));
    return [value, next];
  });
  return {
    step(i) {
      const points = np.array(x.at(i)).reshape([BATCH, 2]);
      const wanted = np.array(y.at(i)).reshape([BATCH, 1]);
      const [value, next] = step(weights, points, wanted);
      weights = next;
      return value.dataSync()[0]!;
    },
    close() {
      tree.dispose(weights);
      step.dispose();
    },
  };
};

import { nn, numpy as np, valueAndGrad } from "@jax-js/jax";
import { adam, again, array, filled, train, zerosLike, type Jax } from "../jax-trainer.ts";
import type { Start } from "../trainer.ts";
import * as inputs from "./inputs.ts";

const { BATCH, INPUT, UNITS } = inputs;

type Weights = { W: Jax; b: Jax };
type State = { w: Weights; m: Weights; v: Weights };

/** Mean square of the last output. */
function loss({ W, b }: Weights, ...sequence: Jax[]): Jax {
  let [h, c] = [np.zeros([BATCH, UNITS]), np.zeros([BATCH, UNITS])];
  for (const x of sequence) {
    const gates = np.matmul(np.concatenate([x, h], 1), W.ref).add(b.ref);
    const [i, f, g, o] = np.split(gates, 4, 1) as [Jax, Jax, Jax, Jax];
    c = nn
      .sigmoid(f)
      .mul(c)
      .add(nn.sigmoid(i).mul(np.tanh(g)));
    h = nn.sigmoid(o).mul(np.tanh(c.ref));
  }
  c.dispose();
  W.dispose();
  b.dispose();
  return np.mean(np.square(h));
}

export const start: Start = () => {
  const w = { W: array(inputs.W.values, inputs.W.shape), b: np.zeros([4 * UNITS]) };
  return train<State>(
    { w, m: zerosLike(w), v: zerosLike(w) },
    (i) => [...filled(i), ...inputs.x.map((pool) => array(pool.at(i), [BATCH, INPUT]))],
    (state, f1, f2, ...sequence) => {
      const [value, slopes] = valueAndGrad(loss)(again(state.w), ...sequence) as [Jax, Weights];
      const next = adam(state.w, slopes, state.m, state.v, f1, f2, inputs.RATE);
      f1.dispose();
      f2.dispose();
      return [value, { w: next[0]!, m: next[1]!, v: next[2]! }];
    },
  );
};

import { lax, nn, numpy as np, valueAndGrad } from "@jax-js/jax";
import { adam, again, array, filled, train, zerosLike, type Jax } from "../jax-trainer.ts";
import type { Start } from "../trainer.ts";
import { EPS, filtersOf, imagesOf, RATE, SIDE } from "./inputs.ts";

type Block = { filter: Jax; gain: Jax; bias: Jax };
type State = { w: Block[]; m: Block[]; v: Block[] };

// The library's convolutions have the channels before height and width.
function batchNorm(x: Jax, gain: Jax, bias: Jax): Jax {
  const over = [0, 2, 3];
  const centred = x.ref.sub(np.mean(x, over, { keepdims: true }));
  const variance = np.mean(np.square(centred.ref), over, { keepdims: true });
  return centred
    .div(np.sqrt(variance.add(EPS)))
    .mul(gain)
    .add(bias);
}

/** The greatest of each 2 by 2 block, an odd last row and column left out. */
function maxPool(x: Jax): Jax {
  const [n, c, height, width] = x.shape as [number, number, number, number];
  const [rows, columns] = [height >> 1, width >> 1];
  const even = x.slice([], [], [0, 2 * rows], [0, 2 * columns]);
  return np.max(even.reshape([n, c, rows, 2, columns, 2]), [3, 5]);
}

const loss = (blocks: Block[], x: Jax): Jax => {
  const embedding = blocks.reduce((h, { filter, gain, bias }) => {
    const y = lax.conv(h, filter, [1, 1], "SAME");
    return maxPool(nn.relu(batchNorm(y, gain, bias)));
  }, x);
  return np.mean(np.square(embedding));
};

export const start: Start = ({ channels, images }) => {
  const pool = imagesOf(images!);
  const each = [1, channels!, 1, 1];
  const w = filtersOf(channels!).map(({ values, shape }) => ({
    filter: array(values, shape).transpose([3, 2, 0, 1]),
    gain: np.ones(each),
    bias: np.zeros(each),
  }));
  return train<State>(
    { w, m: zerosLike(w), v: zerosLike(w) },
    (i) => [array(pool.at(i), [images!, 1, SIDE, SIDE]), ...filled(i)],
    (state, x, f1, f2) => {
      const [value, slopes] = valueAndGrad(loss)(again(state.w), x) as [Jax, Block[]];
      const next = adam(state.w, slopes, state.m, state.v, f1, f2, RATE);
      f1.dispose();
      f2.dispose();
      return [value, { w: next[0]!, m: next[1]!, v: next[2]! }];
    },
  );
};

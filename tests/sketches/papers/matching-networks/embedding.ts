/** What compares signs: a small convolutional network, alone or with full-context embeddings on top (Vinyals et al., arXiv:1606.04080v1, appendix A). */
import { add } from "../../../../src/math/elementwise.ts";
import { conv3x3, maxPool2x2 } from "../../../../src/math/conv.ts";
import { fold, type Key } from "../../../../src/math/key.ts";
import { dense, matMul } from "../../../../src/math/linear.ts";
import { lstmCell, type LstmState, type LstmWeights } from "../../../../src/math/lstm.ts";
import { heNormal, type Layer } from "../../../../src/math/nn.ts";
import { normalArray } from "../../../../src/math/random-arrays.ts";
import { softmax } from "../../../../src/math/reduce.ts";
import { concat, reshape, slice } from "../../../../src/math/shape.ts";
import { tensor, zeros, type Tensor } from "../../../../src/math/tensor.ts";

/** Channels of both convolutions, and dimensions d of an embedding: ours, so that a file of weights takes 20 kB. */
const CHANNELS = 8;
const DIMENSIONS = 24;
/** Times that attLSTM looks at the support, K of the appendix. */
const READS = 2;

type Filter = { readonly W: Tensor; readonly b: Tensor };
export type Cnn = { readonly first: Filter; readonly second: Filter; readonly out: Layer };
export type Fce = {
  readonly forth: LstmWeights;
  readonly back: LstmWeights;
  readonly att: LstmWeights;
};

function filters(key: Key, from: number, to: number): Filter {
  const deviation = Math.sqrt(2 / (9 * from));
  const W = normalArray(key, 9 * from * to).map((x) => x * deviation);
  return { W: tensor(W, [3, 3, from, to]), b: zeros([to]) };
}

/** For pictures of `side` by `side` pixels, a multiple of 4. */
export const initCnn = (key: Key, side: number): Cnn => ({
  first: filters(fold(key, 1), 1, CHANNELS),
  second: filters(fold(key, 2), CHANNELS, CHANNELS),
  out: heNormal(fold(key, 3), (side / 4) ** 2 * CHANNELS, DIMENSIONS),
});

/** f' = g': pictures [n, side, side] to [n, d]. */
export function cnn({ first, second, out }: Cnn, pictures: Tensor): Tensor {
  const [n, height, width] = pictures.shape as [number, number, number];
  const x = reshape(pictures, [n, height, width, 1]);
  const one = maxPool2x2(conv3x3(x, first.W, first.b, "relu"));
  const two = maxPool2x2(conv3x3(one, second.W, second.b, "relu"));
  return dense(reshape(two, [n, -1]), out.W, out.b);
}

function lstm(key: Key, inputs: number): LstmWeights {
  // Small, so that at first f is f' and g is g': the skip connections alone.
  const W = normalArray(key, (inputs + DIMENSIONS) * 4 * DIMENSIONS).map((x) => 0.05 * x);
  return { W: tensor(W, [inputs + DIMENSIONS, 4 * DIMENSIONS]), b: zeros([4 * DIMENSIONS]) };
}

export const initFce = (key: Key): Fce => ({
  forth: lstm(fold(key, "forth"), DIMENSIONS),
  back: lstm(fold(key, "back"), DIMENSIONS),
  // The readout is a part of its input.
  att: lstm(fold(key, "att"), 2 * DIMENSIONS),
});

const still = (rows: number): LstmState => ({
  h: zeros([rows, DIMENSIONS]),
  c: zeros([rows, DIMENSIONS]),
});

/** h of an LSTM along the rows of x [n, d], in their order or against it: [n, d]. */
function along(weights: LstmWeights, x: Tensor, backwards: boolean): Tensor {
  const n = x.shape[0];
  const rows: Tensor[] = [];
  let state = still(1);
  for (let k = 0; k < n; k++) {
    const i = backwards ? n - 1 - k : k;
    state = lstmCell(weights, slice(x, [i, 0], [1, DIMENSIONS]), state);
    rows[i] = state.h;
  }
  return concat(rows);
}

/** g of a support that is seen as a sequence: g' [n, d] to [n, d]. */
export const gOf = ({ forth, back }: Fce, gPrime: Tensor): Tensor =>
  add(add(along(forth, gPrime, false), along(back, gPrime, true)), gPrime);

/** f(x, S) by K reads, eqs. 3 to 6: f' [q, d] and g [n, d] to [q, d], with what each read attended to, [q, n]. */
export function fOf({ att }: Fce, fPrime: Tensor, g: Tensor): { f: Tensor; reads: Tensor[] } {
  const reads: Tensor[] = [];
  let h = fPrime;
  let { c } = still(fPrime.shape[0]);
  for (let k = 0; k < READS; k++) {
    const a = softmax(matMul(h, g, { transposeB: true }));
    const state = lstmCell(att, concat([fPrime, matMul(a, g)], 1), { h, c });
    h = add(state.h, fPrime);
    c = state.c;
    reads.push(a);
  }
  return { f: h, reads };
}

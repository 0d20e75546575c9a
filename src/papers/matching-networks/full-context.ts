/**
 * Full context embeddings of arXiv:1606.04080v1, section 2.1.2 and appendix A: a support is embedded in the light of the others, and
 * a query in the light of the supports. In shapes, e episodes stand side by side, each with m supports and n queries of d features.
 */
import { add } from "../../math/elementwise.ts";
import { fold, type Key } from "../../math/key.ts";
import { dense, matMul } from "../../math/linear.ts";
import { lstmCell, lstmStep, type LstmState, type LstmWeights } from "../../math/lstm.ts";
import { normalArray } from "../../math/random-arrays.ts";
import { softmax } from "../../math/reduce.ts";
import { concat, reshape, split, stack } from "../../math/shape.ts";
import { tensor, zeros, type Tensor } from "../../math/tensor.ts";

/** Of g the LSTMs from the first support to the last and back, with inputs [d]; of f the one of eq. (3), with inputs [f', r], [2 d]. */
export type Context = {
  readonly forward: LstmWeights;
  readonly backward: LstmWeights;
  readonly query: LstmWeights;
};

/** Ours: so small that with the skip connections g begins near g' and f near f'. */
const FIRST = 0.05;

export function initContext(key: Key, d: number): Context {
  const lstm = (name: string, inputs: number): LstmWeights => {
    const rows = inputs + d;
    const values = normalArray(fold(key, name), rows * 4 * d).map((z) => FIRST * z);
    return { W: tensor(values, [rows, 4 * d]), b: zeros([4 * d]) };
  };
  return {
    forward: lstm("forward", d),
    backward: lstm("backward", d),
    query: lstm("query", 2 * d),
  };
}

/** Outputs [e, d] of an LSTM that reads the supports in this order, by number of support. */
function outputs(weights: LstmWeights, supports: readonly Tensor[], order: readonly number[]) {
  const [e, d] = supports[0]!.shape as [number, number];
  let state: LstmState = { h: zeros([e, d]), c: zeros([e, d]) };
  const read: Tensor[] = [];
  for (const i of order) {
    state = lstmCell(weights, supports[i]!, state);
    read[i] = state.h;
  }
  return read;
}

/** g(x_i, S), appendix A.2: both LSTMs' outputs at i and the plain features g' [e, m, d]: [e, m, d]. */
export function embedSupports({ forward, backward }: Context, gPrime: Tensor): Tensor {
  const [e, m, d] = gPrime.shape as [number, number, number];
  const each = split(gPrime, Array<number>(m).fill(1), 1).map((x) => reshape(x, [e, d]));
  const order = each.map((_, i) => i);
  const there = outputs(forward, each, order);
  const back = outputs(backward, each, order.toReversed());
  return add(
    stack(
      there.map((h, i) => add(h, back[i]!)),
      1,
    ),
    gPrime,
  );
}

/**
 * f(x̂, S) = h_K, eqs. (3) to (6), from plain features f' [e, n, d] and g [e, m, d]: [e, n, d], and the read weights of each of the
 * K steps [e, n, m]. The paper leaves the first state open; ours is ĥ_0 = 0, c_0 = 0, so that h_0 = f'.
 */
export function embedQueries({ query: { W, b } }: Context, fPrime: Tensor, g: Tensor, K: number) {
  const [e, n, d] = fPrime.shape as [number, number, number];
  const rows = (x: Tensor): Tensor => reshape(x, [e * n, d]);
  const plain = rows(fPrime);
  const reads: Tensor[] = [];
  let [h, c] = [plain, zeros([e * n, d])];
  for (let t = 0; t < K; t++) {
    const alpha = softmax(matMul(reshape(h, [e, n, d]), g, { transposeB: true }));
    const r = rows(matMul(alpha, g));
    reads.push(alpha);
    const next = lstmStep(dense(concat([plain, h, r], 1), W, b), c);
    [h, c] = [add(next.h, plain), next.c];
  }
  return { f: reshape(h, [e, n, d]), reads };
}

/** Long short-term memory. */
import { add, mul, sigmoid, tanh } from "./elementwise.ts";
import { composing, gradientRule, runKernels } from "./kernel.ts";
import { kernelsInUse } from "./kernels/in-use.ts";
import { dense } from "./linear.ts";
import { concat, slice } from "./shape.ts";
import type { Tensor } from "./tensor.ts";

/** W is [in + n, 4 n], b is [4 n]; gates in the order input, forget, cell, output, as in PyTorch. */
export type LstmWeights = { readonly W: Tensor; readonly b: Tensor };

/** Output h and memory c, [m, n] each. */
export type LstmState = { readonly h: Tensor; readonly c: Tensor };

/** One step (Hochreiter and Schmidhuber 1997, with forget gates): x is [m, in], and [x, h] W + b are the gates. */
export const lstmCell = ({ W, b }: LstmWeights, x: Tensor, { h, c }: LstmState): LstmState =>
  lstmStep(dense(concat([x, h], 1), W, b), c);

/**
 * One step from its gates before the sigmoids and the hyperbolic tangent, [m, 4 n] in the order input, forget, cell, output, and
 * the memory c [m, n]. Where a part of the input is the same in every step, its product can so be made once, before them.
 */
export function lstmStep(gates: Tensor, c: Tensor): LstmState {
  const [m, n] = c.shape as [number, number];
  if (c.rank !== 2 || String(gates.shape) !== String([m, 4 * n])) {
    throw new Error(`Gates [${gates.shape}] and a memory [${c.shape}] make no step.`);
  }
  if (kernelsInUse() && !composing()) {
    const [nextH, nextC] = runKernels("LstmCell", { gates, c });
    return { h: nextH!, c: nextC! };
  }
  const [i, f, g, o] = [0, 1, 2, 3].map((k) => slice(gates, [0, k * n], [m, n]));
  const memory = add(mul(sigmoid(f!), c), mul(sigmoid(i!), tanh(g!)));
  return { h: mul(sigmoid(o!), tanh(memory)), c: memory };
}
// With two results the library hands over the gradients by both.
gradientRule("LstmCell", ["gates", "c"], (dy, [gates, c]) => {
  const [dh, dNext] = dy as unknown as readonly [Tensor, Tensor];
  const slopes = runKernels("LstmCellGrad", { dh, dNext, gates: gates!, c: c! });
  return { gates: () => slopes[0]!, c: () => slopes[1]! };
});

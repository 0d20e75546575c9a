/** Operations that gather many numbers into one: means, maxima and soft maxima. `sum` is in broadcast.ts. */
import { customGrad } from "@tensorflow/tfjs-core";
import { axesOf, keptShape, sum, type Axes } from "./broadcast.ts";
import { add, div, exp, log, mul, step, sub } from "./elementwise.ts";
import { gradientRule, runKernel } from "./kernel.ts";
import { axisOf, reshape } from "./shape.ts";
import type { Shape, Tensor } from "./tensor.ts";

/** Mean over axes, by default all. */
export function mean(x: Tensor, axes?: Axes, keepDims = false): Tensor {
  const count = axesOf(axes, x.rank).reduce((product, axis) => product * x.shape[axis]!, 1);
  return div(sum(x, axes, keepDims), count);
}

/** Maximum over axes, by default all; the gradient is shared equally between equal maxima. */
export function max(x: Tensor, axes?: Axes, keepDims = false): Tensor {
  const reductionIndices = axesOf(axes, x.rank);
  if (reductionIndices.length === 0) return x;
  return runKernel("Max", { x }, { reductionIndices, keepDims, from: x.shape });
}
gradientRule<{ reductionIndices: number[]; from: Shape }>(
  "Max",
  ["x"],
  (dy, [x], { reductionIndices: axes, from }) => ({
    x: () => {
      const isMax = sub(1, step(sub(max(x!, axes, true), x!)));
      return mul(reshape(dy, keptShape(from, axes)), div(isMax, sum(isMax, axes, true)));
    },
  }),
);

/** The same numbers, through which no gradient flows. */
export function detach(x: Tensor): Tensor {
  // An operation without inputs: the way from x to the loss ends here.
  return customGrad(() => ({ value: x.clone(), gradFunc: () => [] }))();
}

/** log of the sum of e^x over axes, by default all, without overflow. */
export function logSumExp(x: Tensor, axes?: Axes, keepDims = false): Tensor {
  const list = axesOf(axes, x.rank);
  const peak = detach(max(x, list, true));
  const result = add(log(sum(exp(sub(x, peak)), list, true)), peak);
  return keepDims
    ? result
    : reshape(
        result,
        x.shape.filter((_, i) => !list.includes(i)),
      );
}

/** Takes the place of −∞ in a softmax, a logSumExp or a maximum: added to any score it leaves nothing of it, and of nothing else there is no 0/0. */
export const NEVER = -1e6;

/** e^x over its sum along the last axis. */
export const softmax = (logits: Tensor): Tensor =>
  runKernel("Softmax", { logits }, { dim: axisOf(-1, logits.rank) });
gradientRule(
  "Softmax",
  [],
  (dy, [y]) => ({ logits: () => mul(y!, sub(dy, sum(mul(dy, y!), -1, true))) }),
  "variable",
);

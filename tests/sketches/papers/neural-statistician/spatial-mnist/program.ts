import { defineProgram } from "../../../../../src/engine/program.ts";
import { add, mul, step, sub } from "../../../../../src/math/elementwise.ts";
import { ones, tensor, zeros, type Tensor } from "../../../../../src/math/tensor.ts";
import { initStatistic, without, type Statistic } from "../statistic.ts";
import { demo } from "./demo.ts";

type State = {
  readonly net: Statistic;
  readonly D: Tensor;
  /** [n]: 1 where a point is left. */
  readonly kept: Tensor;
  /** [n]: the step that took it, from 1; 0 where it is left. */
  readonly went: Tensor;
};

export const program = defineProgram(demo, {
  init({ D }, key): State {
    const [n] = D.shape as [number];
    const set = tensor(D.data.slice(), D.shape);
    return { net: initStatistic(key), D: set, kept: ones([n]), went: zeros([n]) };
  },
  step({ net, D, kept, went }: State, _, __, { t }) {
    const next = without(net, D, kept);
    const order = add(went, mul(sub(kept, next.kept), add(t, 1)));
    return { state: { net, D, kept: next.kept, went: order }, metrics: { kl: next.kl } };
  },
  weights: {
    of: ({ net }: State) => net,
    begin: (state: State, weights) => ({ ...state, net: weights as Statistic }),
  },
  observe({ D, kept, went }: State, { shown }) {
    const n = D.shape[0];
    return {
      went: () => went,
      // Those that are left, and of those that went the last.
      visible: () => add(kept, mul(step(sub(went, n - shown)), step(went))),
    };
  },
});

import { square } from "../../../src/math/elementwise.ts";
import { valueAndGrad } from "../../../src/math/grad.ts";
import { lstmCell, type LstmWeights } from "../../../src/math/lstm.ts";
import { adam } from "../../../src/math/optim.ts";
import { mean } from "../../../src/math/reduce.ts";
import { tensor, zeros } from "../../../src/math/tensor.ts";
import type { Tree } from "../../../src/math/tree.ts";
import { batch, train } from "../our-trainer.ts";
import type { Start } from "../trainer.ts";
import { BATCH, INPUT, RATE, UNITS, W, x } from "./inputs.ts";

type State = { readonly weights: LstmWeights; readonly moments: Tree };

export const start: Start = () => {
  const { init, update } = adam();
  return train<State>(
    () => {
      const weights = { W: tensor(W.values, W.shape), b: zeros([4 * UNITS]) };
      return { weights, moments: init(weights) };
    },
    ({ weights, moments }, key) => {
      const inputs = x.map((pool) => batch(key, pool, [BATCH, INPUT]));
      const first = { h: zeros([BATCH, UNITS]), c: zeros([BATCH, UNITS]) };
      const loss = valueAndGrad((w: LstmWeights) =>
        mean(square(inputs.reduce((state, input) => lstmCell(w, input, state), first).h)),
      );
      const { value, grad } = loss(weights);
      const next = update(weights, grad, moments, RATE);
      return { state: { weights: next.params, moments: next.state }, loss: value };
    },
  );
};

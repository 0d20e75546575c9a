import { neg, sub } from "../../../src/math/elementwise.ts";
import { valueAndGrad } from "../../../src/math/grad.ts";
import { mlp, type Layer } from "../../../src/math/nn.ts";
import { rmsprop } from "../../../src/math/optim.ts";
import { mean } from "../../../src/math/reduce.ts";
import type { Tree } from "../../../src/math/tree.ts";
import { batch, initLayers, train } from "../our-trainer.ts";
import type { Start } from "../trainer.ts";
import * as inputs from "./inputs.ts";

type Weights = readonly Layer[];
type State = { readonly w: Weights; readonly theta: Weights; readonly wv: Tree; readonly tv: Tree };

const { BATCH, CLIP, RATE } = inputs;

export const start: Start = ({ hidden }) => {
  const { init, update } = rmsprop({ decay: inputs.DECAY });
  return train<State>(
    () => {
      const w = initLayers("critic", inputs.criticSizes(hidden!));
      const theta = initLayers("generator", inputs.generatorSizes(hidden!));
      return { w, theta, wv: init(w), tv: init(theta) };
    },
    ({ w, theta, wv, tv }, key) => {
      for (let t = 0; t < inputs.ASCENTS; t++) {
        const x = batch(key, inputs.real[t]!, [BATCH, 2]);
        const made = mlp(theta, batch(key, inputs.noise[t]!, [BATCH, 2]));
        const { grad } = valueAndGrad((f: Weights) => sub(mean(mlp(f, made)), mean(mlp(f, x))))(w);
        const next = update(w, grad, wv, RATE, CLIP);
        [w, wv] = [next.params, next.state];
      }
      const z = batch(key, inputs.lastNoise, [BATCH, 2]);
      const { value, grad } = valueAndGrad((g: Weights) => neg(mean(mlp(w, mlp(g, z)))))(theta);
      const next = update(theta, grad, tv, RATE);
      return { state: { w, theta: next.params, wv, tv: next.state }, loss: value };
    },
  );
};

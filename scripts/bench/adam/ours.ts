import { retain } from "../../../src/math/memory.ts";
import { adam } from "../../../src/math/optim.ts";
import { slice } from "../../../src/math/shape.ts";
import { tensor, type Tensor } from "../../../src/math/tensor.ts";
import type { Tree } from "../../../src/math/tree.ts";
import { train } from "../our-trainer.ts";
import type { Start } from "../trainer.ts";
import { gradient, RATE, SIZE, weights } from "./inputs.ts";

type State = { readonly w: Tensor; readonly moments: Tree };

export const start: Start = () => {
  const { init, update } = adam();
  const g = retain(tensor(gradient, [SIZE]));
  return train<State>(
    () => {
      const w = tensor(weights, [SIZE]);
      return { w, moments: init(w) };
    },
    ({ w, moments }) => {
      const next = update(w, g, moments, RATE);
      return {
        state: { w: next.params, moments: next.state },
        loss: slice(next.params, [0], [1]),
      };
    },
  );
};

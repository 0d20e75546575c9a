import { square, sub } from "../../../src/math/elementwise.ts";
import { valueAndGrad } from "../../../src/math/grad.ts";
import { mlp, type Layer } from "../../../src/math/nn.ts";
import { sgd } from "../../../src/math/optim.ts";
import { mean } from "../../../src/math/reduce.ts";
import { batch, initLayers, train } from "../our-trainer.ts";
import type { Start } from "../trainer.ts";
import { BATCH, RATE, sizesOf, x, y } from "./inputs.ts";

export const start: Start = ({ hidden }) => {
  const { update } = sgd();
  return train<readonly Layer[]>(
    () => initLayers("mlp", sizesOf(hidden!)),
    (weights, key) => {
      const [points, wanted] = [batch(key, x, [BATCH, 2]), batch(key, y, [BATCH, 1])];
      const loss = valueAndGrad((w: readonly Layer[]) => mean(square(sub(mlp(w, points), wanted))));
      const { value, grad } = loss(weights);
      return { state: update(weights, grad, [], RATE).params, loss: value };
    },
  );
};

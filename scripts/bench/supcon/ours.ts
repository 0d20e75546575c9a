import { add, div, mul, sqrt, square, sub } from "../../../src/math/elementwise.ts";
import { sum } from "../../../src/math/broadcast.ts";
import { valueAndGrad } from "../../../src/math/grad.ts";
import { matMul } from "../../../src/math/linear.ts";
import { retain } from "../../../src/math/memory.ts";
import { sgd } from "../../../src/math/optim.ts";
import { logSumExp } from "../../../src/math/reduce.ts";
import { transpose } from "../../../src/math/shape.ts";
import { tensor, type Tensor } from "../../../src/math/tensor.ts";
import { train } from "../our-trainer.ts";
import type { Start } from "../trainer.ts";
import { DIMENSIONS, embeddings, positives, RATE, selves, TEMPERATURE } from "./inputs.ts";

export const start: Start = ({ batch }) => {
  const n = batch!;
  const weights = retain(tensor(positives(n), [n, n]));
  const notSelf = retain(tensor(selves(n), [n, n]));
  const loss = (x: Tensor): Tensor => {
    const z = div(x, sqrt(sum(square(x), 1, true)));
    const alike = mul(matMul(z, transpose(z)), 1 / TEMPERATURE);
    const all = logSumExp(add(alike, notSelf), 1, true);
    return sum(mul(weights, sub(all, alike)));
  };
  const { update } = sgd();
  return train<Tensor>(
    () => tensor(embeddings(n), [n, DIMENSIONS]),
    (x) => {
      const { value, grad } = valueAndGrad(loss)(x);
      return { state: update(x, grad, [], RATE).params, loss: value };
    },
  );
};

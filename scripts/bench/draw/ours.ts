import { add, div, exp, mul, neg, square, sub } from "../../../src/math/elementwise.ts";
import { sum } from "../../../src/math/broadcast.ts";
import { valueAndGrad } from "../../../src/math/grad.ts";
import { matMul } from "../../../src/math/linear.ts";
import { retain } from "../../../src/math/memory.ts";
import { mean } from "../../../src/math/reduce.ts";
import { reshape, slice, transpose } from "../../../src/math/shape.ts";
import { sgd } from "../../../src/math/optim.ts";
import { tensor, type Tensor } from "../../../src/math/tensor.ts";
import { batch, train } from "../our-trainer.ts";
import type { Start } from "../trainer.ts";
import { BATCH, first, images, offsets, PARAMETERS, PATCH, pixels, RATE, SIDE } from "./inputs.ts";

export const start: Start = () => {
  const steps = retain(tensor(offsets, [1, PATCH, 1]));
  const places = retain(tensor(pixels, [1, 1, SIDE]));

  /** Eqs. 22 to 26: [batch, N, side], each row a Gaussian that sums to 1. */
  function filterbank(centre: Tensor, delta: Tensor, variance: Tensor): Tensor {
    const middle = mul(add(centre, 1), (SIDE + 1) / 2);
    const means = add(middle, mul(steps, delta));
    const bells = exp(neg(div(square(sub(places, means)), mul(variance, 2))));
    return div(bells, add(sum(bells, 2, true), 1e-8));
  }

  function readAndWrite(parameters: Tensor, x: Tensor): Tensor {
    const column = (i: number): Tensor =>
      reshape(slice(parameters, [0, i], [BATCH, 1]), [BATCH, 1, 1]);
    const variance = exp(column(2));
    const delta = mul(exp(column(3)), (SIDE - 1) / (PATCH - 1));
    const gamma = exp(column(4));
    const fx = filterbank(column(0), delta, variance);
    const fy = filterbank(column(1), delta, variance);
    const patch = mul(gamma, matMul(matMul(fy, x), transpose(fx)));
    return div(matMul(matMul(transpose(fy), patch), fx), gamma);
  }

  const { update } = sgd();
  return train<Tensor>(
    () => tensor(first, [BATCH, PARAMETERS]),
    (parameters, key) => {
      const x = batch(key, images, [BATCH, SIDE, SIDE]);
      const loss = valueAndGrad((p: Tensor) => mean(square(sub(readAndWrite(p, x), x))));
      const { value, grad } = loss(parameters);
      return { state: update(parameters, grad, [], RATE).params, loss: value };
    },
  );
};

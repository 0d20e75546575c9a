import { conv3x3, maxPool2x2 } from "../../../src/math/conv.ts";
import { square } from "../../../src/math/elementwise.ts";
import { valueAndGrad } from "../../../src/math/grad.ts";
import { batchNorm } from "../../../src/math/norm.ts";
import { adam } from "../../../src/math/optim.ts";
import { mean } from "../../../src/math/reduce.ts";
import { ones, tensor, zeros, type Tensor } from "../../../src/math/tensor.ts";
import type { Tree } from "../../../src/math/tree.ts";
import { batch, train } from "../our-trainer.ts";
import type { Start } from "../trainer.ts";
import { EPS, filtersOf, imagesOf, RATE, SIDE } from "./inputs.ts";

type Block = { readonly filter: Tensor; readonly gain: Tensor; readonly bias: Tensor };
type State = { readonly blocks: readonly Block[]; readonly moments: Tree };

export const start: Start = ({ channels, images }) => {
  const { init, update } = adam();
  const pool = imagesOf(images!);
  const embed = (blocks: readonly Block[], x: Tensor): Tensor =>
    blocks.reduce(
      (h, { filter, gain, bias }) =>
        maxPool2x2(batchNorm(conv3x3(h, filter), gain, bias, "relu", EPS)),
      x,
    );
  return train<State>(
    () => {
      const blocks = filtersOf(channels!).map(({ values, shape }) => ({
        filter: tensor(values, shape),
        gain: ones([channels!]),
        bias: zeros([channels!]),
      }));
      return { blocks, moments: init(blocks) };
    },
    ({ blocks, moments }, key) => {
      const x = batch(key, pool, [images!, SIDE, SIDE, 1]);
      const loss = valueAndGrad((b: readonly Block[]) => mean(square(embed(b, x))));
      const { value, grad } = loss(blocks);
      const next = update(blocks, grad, moments, RATE);
      return { state: { blocks: next.params, moments: next.state }, loss: value };
    },
  );
};

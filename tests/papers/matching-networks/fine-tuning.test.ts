/** Fine-tuning of the last block on the supports of an episode. */
import { beforeAll, expect, test } from "vitest";
import { useBackend } from "../../../src/math/backend.ts";
import { crossEntropy } from "../../../src/math/classification.ts";
import { add, square } from "../../../src/math/elementwise.ts";
import { valueAndGrad } from "../../../src/math/grad.ts";
import { fold, keyOf } from "../../../src/math/key.ts";
import { read } from "../../../src/math/memory.ts";
import { normal } from "../../../src/math/random.ts";
import { mean } from "../../../src/math/reduce.ts";
import { reshape, slice } from "../../../src/math/shape.ts";
import { tensor, type Tensor } from "../../../src/math/tensor.ts";
import { embedAlone } from "../../../src/papers/matching-networks/embedding.ts";
import {
  byTuning,
  lastBlock,
  lossOf,
  patchesOf,
  type Tuned,
} from "../../../src/papers/matching-networks/fine-tuning.ts";
import { logisticRegression } from "../../../src/papers/matching-networks/linear-fits.ts";

beforeAll(() => useBackend("wasm"));

const key = keyOf(9);
const C = 3;
const kind = { N: 2, k: 2, q: 1 };
const numbers = async (x: Tensor): Promise<number[]> => [...(await read(x)).data];
const close = (some: readonly number[], others: readonly number[], digits = 5): void => {
  expect(some.length).toBe(others.length);
  some.forEach((x, i) => expect(x).toBeCloseTo(others[i]!, digits));
};
const statistics = () => ({
  mean: normal(fold(key, "mean"), [C]),
  variance: add(square(normal(fold(key, "variance"), [C])), 0.5),
});
const block = () => ({
  W: normal(fold(key, "W"), [3, 3, C, C]),
  gain: add(square(normal(fold(key, "gain"), [C])), 0.5),
  bias: normal(fold(key, "bias"), [C]),
});
const maps = (e: number, n: number, name = "maps"): Tensor =>
  normal(fold(key, name), [e, n, 9 * C]);
const fitted = (e: number) => ({
  W: normal(fold(key, "filters"), [e, 9 * C, C]),
  gain: add(square(normal(fold(key, "gains"), [e, 1, C])), 0.5),
  bias: normal(fold(key, "biases"), [e, 1, C]),
  layer: normal(fold(key, "layer"), [e, C + 1, 2]),
});

test("the last block on patches is that of the CNN", async () => {
  const x = maps(1, 5);
  const { W, gain, bias } = block();
  const own = {
    W: reshape(W, [1, 9 * C, C]),
    gain: reshape(gain, [1, 1, C]),
    bias: reshape(bias, [1, 1, C]),
  };
  close(
    await numbers(lastBlock(own, statistics(), patchesOf(x))),
    await numbers(embedAlone([block()], [statistics()], reshape(x, [5, 3, 3, C]))),
    4,
  );
});

test("by hand: filters that copy their middle, and a layer that tells two channels apart", async () => {
  // One support has 2 in the first channel at the first place, the other 3 in the second channel at the last of the four.
  const x = new Float32Array(2 * 9 * 2);
  x[0] = 2;
  x[18 + 2 * 4 + 1] = 3;
  const W = new Float32Array(18 * 2);
  W[2 * 4 * 2] = W[(2 * 4 + 1) * 2 + 1] = 1;
  const w = 0.7;
  const learner = {
    W: tensor(W, [1, 18, 2]),
    gain: tensor([1, 1], [1, 1, 2]),
    bias: tensor([0, 0], [1, 1, 2]),
    layer: tensor([w, -w, -w, w, 0, 0], [1, 3, 2]),
  };
  const still = { mean: tensor([0, 0], [2]), variance: tensor([1, 1], [2]) };
  const patches = patchesOf(tensor(x, [1, 2, 18]));
  close(await numbers(lastBlock(learner, still, patches)), [2, 0, 0, 3], 4);
  // Features of length 1 are (1, 0) and (0, 1), logits (w, −w) and (−w, w), and λ is 0.01.
  const loss = await numbers(lossOf(learner, still, patches, { N: 2, k: 1, q: 1 }));
  close(loss, [Math.log(1 + Math.exp(-2 * w)) + (0.01 / 2) * 4 * w * w]);
});

test("its gradient is that of finite differences, by all that learns", async () => {
  const patches = patchesOf(maps(2, 4));
  const of = (learner: Tuned): Tensor => lossOf(learner, statistics(), patches, kind);
  const { grad } = valueAndGrad(of)(fitted(2));
  const step = 0.01;
  for (const name of ["W", "gain", "bias", "layer"] as const) {
    const values = await numbers(fitted(2)[name]);
    const slopes = await numbers(grad[name]);
    for (const at of [0, 2, values.length - 1]) {
      const moved = async (by: number): Promise<number> => {
        const other = Float32Array.from(values, (value, i) => (i === at ? value + by : value));
        const learner = { ...fitted(2), [name]: tensor(other, fitted(2)[name].shape) };
        return (await numbers(of(learner)))[0]!;
      };
      expect(slopes[at]).toBeCloseTo(((await moved(step)) - (await moved(-step))) / (2 * step), 2);
    }
    expect(Math.max(...slopes.map(Math.abs))).toBeGreaterThan(0.02);
  }
});

test("it ends nearer to the labels of the supports than a new layer alone, each fit by itself", async () => {
  const [g, f] = [maps(2, 4), maps(2, 2, "queries")];
  const rule = byTuning(block(), statistics(), { steps: 10, alpha: 0.003 });
  const labels = tensor([0, 0, 1, 1, 0, 0, 1, 1], [8]);
  const surprise = async (logits: Tensor): Promise<number> =>
    (await numbers(mean(crossEntropy(logits, labels))))[0]!;
  const features = reshape(embedAlone([block()], [statistics()], reshape(g, [8, 3, 3, C])), [
    2,
    4,
    C,
  ]);
  const alone = logisticRegression(features, features, { N: 2, K: 2, shots: [2, 2] });
  const tuned = rule(g, g, { ...kind, q: 2 });
  expect(await surprise(tuned)).toBeLessThan((await surprise(reshape(alone, [8, 2]))) - 0.01);
  const both = await numbers(rule(g, f, kind));
  const second = (x: Tensor): Tensor => slice(x, [1, 0, 0], [1, x.shape[1]!, 9 * C]);
  close(both.slice(4), await numbers(rule(second(g), second(f), kind)), 4);
});

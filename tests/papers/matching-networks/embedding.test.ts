/** What batch norm makes of a single picture, and the gradient of a whole episode. */
import { beforeAll, expect, test } from "vitest";
import { useBackend } from "../../../src/math/backend.ts";
import { crossEntropy } from "../../../src/math/classification.ts";
import { valueAndGrad } from "../../../src/math/grad.ts";
import { fold, keyOf } from "../../../src/math/key.ts";
import { read } from "../../../src/math/memory.ts";
import { uniformArray, normalArray } from "../../../src/math/random-arrays.ts";
import { mean } from "../../../src/math/reduce.ts";
import { concat, slice } from "../../../src/math/shape.ts";
import { tensor, type Tensor } from "../../../src/math/tensor.ts";
import { leaves, mapTree } from "../../../src/math/tree.ts";
import {
  averaged,
  embed,
  embedAlone,
  initEmbedding,
} from "../../../src/papers/matching-networks/embedding.ts";
import {
  classLogits,
  queryLabels,
  scores,
  sizeOf,
} from "../../../src/papers/matching-networks/matching.ts";

const CHANNELS = 4;
const KEY = keyOf(3);

beforeAll(async () => {
  await useBackend("wasm");
});

const numbers = async (x: Tensor): Promise<number[]> => Array.from((await read(x)).data);
const pictures = (name: string, n: number): Tensor =>
  tensor(uniformArray(fold(KEY, name), n * 784), [n, 28, 28, 1]);
const row = (z: Tensor, i: number): Tensor => slice(z, [i, 0], [1, CHANNELS]);
const theta = () => initEmbedding(fold(KEY, "theta"), CHANNELS);

test("a picture becomes one number a channel", () => {
  expect(embed(theta(), pictures("x", 3)).z.shape).toEqual([3, CHANNELS]);
});

test("by the statistics of the very batch both ways to embed agree", async () => {
  const x = pictures("x", 6);
  const { z, seen } = embed(theta(), x);
  const alone = await numbers(embedAlone(theta(), seen, x));
  for (const [i, value] of (await numbers(z)).entries()) expect(alone[i]).toBeCloseTo(value, 4);
});

test("by stored statistics a query is embedded alike whatever stands beside it; by the batch’s own it is not", async () => {
  const query = pictures("query", 1);
  const { seen } = embed(theta(), pictures("x", 8));
  const inOne = concat([query, pictures("some", 4)]);
  const inOther = concat([query, pictures("others", 4)]);
  const alone = await numbers(embedAlone(theta(), seen, query));
  expect(await numbers(row(embedAlone(theta(), seen, inOne), 0))).toEqual(alone);
  expect(await numbers(row(embedAlone(theta(), seen, inOther), 0))).toEqual(alone);
  const together = await numbers(row(embed(theta(), inOne).z, 0));
  const elsewhere = await numbers(row(embed(theta(), inOther).z, 0));
  const apart = together.map((value, i) => Math.abs(value - elsewhere[i]!));
  expect(Math.max(...apart)).toBeGreaterThan(0.01);
});

test("stored statistics come nearer to what is seen, by three hundredths a time", async () => {
  const { seen: old } = embed(theta(), pictures("x", 4));
  const { seen } = embed(theta(), pictures("y", 4));
  const [before] = await numbers(old[0]!.mean);
  const [now] = await numbers(seen[0]!.mean);
  const [stored] = await numbers(averaged(old, seen)[0]!.mean);
  expect(stored).toBeCloseTo(0.97 * before! + 0.03 * now!, 6);
});

test("the gradient of an episode’s loss is its slope along a line", async () => {
  const kind = { N: 3, k: 2, q: 1 };
  const x = pictures("episode", sizeOf(kind));
  const loss = (weights: ReturnType<typeof theta>): Tensor =>
    mean(crossEntropy(classLogits(scores(embed(weights, x).z, kind, 5), kind), queryLabels(kind)));
  const start = theta();
  let i = 0;
  const along = mapTree((leaf) => {
    const values = normalArray(fold(fold(KEY, "along"), i++), leaf.size);
    return tensor(values, leaf.shape);
  }, start);
  const directions = (await Promise.all(leaves(along).map(numbers))).flat();
  const moved = async (by: number): Promise<number> => {
    const rows = await Promise.all(
      leaves(start).map(async (leaf, k) => {
        const step = await numbers(leaves(along)[k]!);
        return (await numbers(leaf)).map((value, j) => value + by * step[j]!);
      }),
    );
    let k = 0;
    const weights = mapTree((leaf) => tensor(rows[k++]!, leaf.shape), start);
    return (await numbers(loss(weights)))[0]!;
  };
  const { grad } = valueAndGrad(loss)(start);
  const slopes = (await Promise.all(leaves(grad).map(numbers))).flat();
  const slope = slopes.reduce((sum, value, j) => sum + value * directions[j]!, 0);
  // Small enough that hardly a ReLU or a maximum changes sides, large enough for float32.
  const h = 1e-4;
  expect(((await moved(h)) - (await moved(-h))) / (2 * h) / slope).toBeCloseTo(1, 1);
  expect(Math.abs(slope)).toBeGreaterThan(1);
});

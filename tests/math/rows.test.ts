/** Batches by chosen rows, and a whole step of training on them, replayed. */
import { beforeAll, describe, expect, test } from "vitest";
import { useBackend } from "../../src/math/backend.ts";
import { sum } from "../../src/math/broadcast.ts";
import { choose } from "../../src/math/choice.ts";
import { accuracy, crossEntropy } from "../../src/math/classification.ts";
import { clipByNorm, globalNorm } from "../../src/math/clip-by-norm.ts";
import { conv3x3, maxPool2x2 } from "../../src/math/conv.ts";
import { bernoulli } from "../../src/math/distributions.ts";
import { drawn } from "../../src/math/drawn.ts";
import { add } from "../../src/math/elementwise.ts";
import { valueAndGradWithAux } from "../../src/math/grad.ts";
import { fold, keyOf } from "../../src/math/key.ts";
import { dense, matMul } from "../../src/math/linear.ts";
import { read } from "../../src/math/memory.ts";
import { heNormal } from "../../src/math/nn.ts";
import { batchNorm, normalise } from "../../src/math/norm.ts";
import { adam } from "../../src/math/optim.ts";
import { integers, uniformArray } from "../../src/math/random-arrays.ts";
import { normal } from "../../src/math/random.ts";
import { mean } from "../../src/math/reduce.ts";
import { createStepper, type Step } from "../../src/math/replay/stepper.ts";
import { rows, type Table } from "../../src/math/rows.ts";
import { concat, reshape, split, stack } from "../../src/math/shape.ts";
import { ones, zeros, type Tensor } from "../../src/math/tensor.ts";
import { leaves, type Tree } from "../../src/math/tree.ts";
import { warp } from "../../src/math/warp.ts";

const key = keyOf(4);
const numbersOf = async (x: Tensor): Promise<number[]> => [...(await read(x)).data];

/** Row i holds 10 i, 10 i + 1, ... */
const tens: Table = {
  shape: [20, 2, 2],
  data: Uint8Array.from({ length: 80 }, (_, i) => 10 * (i >> 2) + (i & 3)),
  scale: 1 / 255,
};
const labels: Table = { shape: [20], data: Array.from({ length: 20 }, (_, i) => i) };

describe.each(["wasm", "cpu"] as const)("on %s", (backend) => {
  beforeAll(async () => {
    await useBackend(backend);
  });

  test.each([undefined, choose])("images and labels of one key go together", async (choice) => {
    const [images, names] = [rows(key, tens, 9, choice), rows(key, labels, 9, choice)];
    expect(images.shape).toEqual([9, 2, 2]);
    expect(names.shape).toEqual([9]);
    const wanted = (await numbersOf(names)).flatMap((row) =>
      [0, 1, 2, 3].map((j) => Math.fround((10 * row + j) / 255)),
    );
    expect((await numbersOf(images)).map((x, i) => Math.abs(x - wanted[i]!) < 1e-7)).not.toContain(
      false,
    );
    expect(await numbersOf(names)).not.toEqual(
      await numbersOf(rows(fold(key, "other"), labels, 9, choice)),
    );
  });

  test("bytes count their scale, to the last bit", async () => {
    const data = Uint8Array.from({ length: 256 }, (_, i) => i);
    const found = await numbersOf(rows(key, { shape: [1, 256], data, scale: 1 / 255 }, 1));
    expect(found).toEqual([...data].map((byte) => Math.fround(byte * (1 / 255))));
  });

  test("rows are independent, or with `choose` all different", async () => {
    const all = await numbersOf(rows(key, labels, 20, choose));
    expect(all.toSorted((a, b) => a - b)).toEqual([...Array(20).keys()]);
    const counts = Array<number>(20).fill(0);
    for (const row of await numbersOf(rows(key, labels, 20_000))) counts[row]! += 1;
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(4 * 31);
  });

  test("a choice of one's own", async () => {
    const evens = rows(key, labels, 5, (from, n, m) => integers(from, m, n / 2).map((i) => 2 * i));
    expect((await numbersOf(evens)).every((row) => row % 2 === 0)).toBe(true);
  });
});

test("tables and choices that don't fit are refused", () => {
  expect(() => rows(key, { shape: [2, 3], data: [1] }, 1)).toThrow(
    "A table of shape [2,3] holds 6 numbers, not 1.",
  );
  expect(() => rows(key, labels, 2, () => [0, 20])).toThrow("A table of shape [20] has no row 20.");
  expect(() => rows(key, labels, 2, () => [0])).toThrow("2 rows were wanted, and 1 chosen.");
  expect(() => rows(key, labels, 21, choose)).toThrow("From 20 things 21 different ones");
});

const SIDE = 8;
const CLASSES = 4;
const bytes: Table = {
  shape: [50, SIDE, SIDE],
  data: Uint8Array.from(uniformArray(key, 50 * SIDE * SIDE, 0, 256)),
  scale: 1 / 255,
};
const names: Table = { shape: [50], data: integers(fold(key, "labels"), 50, CLASSES) };

const { init, update } = adam();
type Weights = {
  readonly filter: Tensor;
  readonly gain: Tensor;
  readonly bias: Tensor;
  readonly head: { readonly W: Tensor; readonly b: Tensor };
};
type State = { readonly w: Weights; readonly moments: Tree };
function first(): State {
  const w = {
    filter: normal(keyOf(1), [3, 3, 1, 6]),
    gain: ones([6]),
    bias: zeros([6]),
    head: heNormal(keyOf(2), 16 * 6, CLASSES),
  };
  return { w, moments: init(w) };
}

/** Everything that draws, chooses, warps, normalises and clips. */
const train: Step<State> = ({ w, moments }, stepKey) => {
  const batch = fold(stepKey, "batch");
  const x = bernoulli(fold(stepKey, "ink"), rows(batch, bytes, 12, choose));
  const y = rows(batch, names, 12, choose);
  const affine = drawn(fold(stepKey, "turns"), [12, 2, 3], (from, out = new Float32Array(72)) => {
    uniformArray(from, 72, -0.2, 0.2, out);
    for (let i = 0; i < 72; i += 6) [out[i], out[i + 4]] = [out[i]! + 1, out[i + 4]! + 1];
    return out;
  });
  const seen = reshape(warp(x, affine), [12, SIDE, SIDE, 1]);
  const { value, aux, grad } = valueAndGradWithAux((p: Weights) => {
    const h = maxPool2x2(batchNorm(conv3x3(seen, p.filter), p.gain, p.bias, "relu"));
    const flat = normalise(reshape(h, [12, -1]));
    const [left, right] = split(flat, [6, 6], 0);
    const alike = matMul(left!, right!, { transposeB: true });
    const logits = dense(concat([left!, right!]), p.head.W, p.head.b);
    const loss = add(mean(crossEntropy(logits, y)), mean(sum(alike)));
    return { loss, aux: accuracy(logits, y) };
  })(w);
  const next = update(w, clipByNorm(grad, 0.5), moments, 0.01);
  return {
    state: { w: next.params, moments: next.state },
    metrics: stack([value, aux, globalNorm(grad)]),
  };
};

test("a step of all of it replays bit for bit", async () => {
  await useBackend("wasm");
  const [fast, plain] = [true, false].map((replay) => createStepper(first(), train, { replay }));
  const metrics = [fast!, plain!].map((stepper) =>
    Array.from({ length: 60 }, (_, i) => {
      const row = stepper.advance(fold(keyOf(1), i));
      return [...(row instanceof Float32Array ? row : row.dataSync<"float32">())];
    }),
  );
  expect(metrics[0]).toEqual(metrics[1]);
  expect(fast!.mode()).toEqual({ replaying: true, obstacle: null });
  const bits = [fast!, plain!].map(({ state }) =>
    leaves(state).map((leaf) => [...leaf.dataSync()]),
  );
  expect(bits[0]).toEqual(bits[1]);
  // Batches differ from step to step, and gradients were clipped.
  expect(new Set(metrics[0]!.map(([loss]) => loss)).size).toBe(60);
  expect(metrics[0]!.some((row) => row[2]! > 0.5)).toBe(true);
  for (const stepper of [fast!, plain!]) stepper.close();
});

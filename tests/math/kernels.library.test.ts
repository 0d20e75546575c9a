/** Programs in the library's own words on our kernels: the values and gradients of its plain JavaScript, nothing copied there. */
import * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import { useBackend } from "../../src/math/backend.ts";
import { keyOf } from "../../src/math/key.ts";
import { kernelsInUse } from "../../src/math/kernels/in-use.ts";
import { watchLaunches } from "../../src/math/kernels/launch.ts";
import { normal } from "../../src/math/random.ts";

type Program = (x: tf.Tensor) => tf.Tensor;

/** Weighs all numbers differently, so that no two of them can change places unnoticed. */
const weighed = (y: tf.Tensor): tf.Scalar =>
  tf.sum(tf.mul(tf.square(y), tf.reshape(tf.range(1, y.size + 1), y.shape)));

const CASES: [name: string, program: Program][] = [
  ["slice", (x) => tf.slice(x, [1, 0, 2], [2, 3, 2])],
  ["concat", (x) => tf.concat([x, tf.slice(x, [0, 0, 0], [4, 2, 4])], 1)],
  ["stack", (x) => tf.stack([x, tf.square(x)], 0)],
  ["stack along a middle axis", (x) => tf.stack([x, tf.square(x), x], 2)],
  ["stack along the last axis", (x) => tf.stack([x, tf.square(x)], -1)],
  ["stack of one", (x) => tf.stack([x], 1)],
  ["unstack", (x) => tf.addN(tf.unstack(x, 1).map((part, i) => tf.mul(part, i + 1)))],
  ["unstack along the first axis", (x) => tf.unstack(x)[2]!],
  ["split", (x) => tf.mul(...(tf.split(x, 2, 2) as [tf.Tensor, tf.Tensor]))],
  ["split into unequal parts", (x) => tf.split(x, [1, 3], -1)[1]!],
  ["gather", (x) => tf.gather(x, tf.tensor1d([3, 0, 3, 1], "int32"))],
  ["gather along a middle axis", (x) => tf.gather(x, tf.tensor1d([2, 2, 0], "int32"), 1)],
  ["segment sums", (x) => tf.unsortedSegmentSum(x, tf.tensor1d([1, 0, 1, 3], "int32"), 5)],
  ["segments left out", (x) => tf.unsortedSegmentSum(x, tf.tensor1d([-1, 0, -1, 2], "int32"), 3)],
];

/** Shapes and numbers of result and gradient. */
const results = (program: Program): { shape: number[]; data: number[] }[] => {
  const made: { shape: number[]; data: number[] }[] = [];
  tf.tidy(() => {
    const x = normal(keyOf(4), [4, 3, 4]);
    for (const y of [program(x), tf.grad((z) => weighed(program(z)))(x)])
      made.push({ shape: [...y.shape], data: [...y.dataSync()] });
  });
  return made;
};

test.each(CASES)("%s", async (_name, program) => {
  await useBackend("wasm");
  expect(kernelsInUse()).toBe(true);
  const before = tf.memory().numTensors;
  const ours = results(program);
  expect(tf.memory().numTensors).toBe(before);
  await useBackend("cpu");
  const wanted = results(program);
  ours.forEach(({ shape, data }, i) => {
    expect(shape).toEqual(wanted[i]!.shape);
    data.forEach((value, j) => expect(value).toBeCloseTo(wanted[i]!.data[j]!, 4));
  });
});

test("putting together and taking apart are launches of ours", async () => {
  await useBackend("wasm");
  const names: (string | null)[] = [];
  tf.tidy(() => {
    const x = normal(keyOf(4), [4, 3, 4]);
    const rows = tf.tensor1d([1, 0], "int32");
    watchLaunches((name) => names.push(name));
    tf.stack([...tf.unstack(x), ...tf.split(x, 4).map((part) => tf.squeeze(part, [0]))]);
    tf.unsortedSegmentSum(tf.gather(x, rows), rows, 2);
    watchLaunches(undefined);
  });
  expect(new Set(names)).toEqual(new Set(["move", "gatherRows", "scatterRows"]));
});

test("rows that are not there come as NaN and go nowhere", async () => {
  await useBackend("wasm");
  tf.tidy(() => {
    const x = tf.ones([2, 3]);
    const rows = tf.tensor1d([1, 2, -1, 0], "int32");
    expect([...tf.gather(x, rows).dataSync()]).toEqual([1, 1, 1, ...Array(6).fill(NaN), 1, 1, 1]);
    const ids = tf.tensor1d([7, 0], "int32");
    expect([...tf.unsortedSegmentSum(x, ids, 2).dataSync()]).toEqual([1, 1, 1, 0, 0, 0]);
  });
});

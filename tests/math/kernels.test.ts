/** Every kernel of ours against the library's plain JavaScript, over random shapes. */
import * as fc from "fast-check";
import { tensor1d } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, test } from "vitest";
import { useBackend } from "../../src/math/backend.ts";
import { kernelsInUse } from "../../src/math/kernels/in-use.ts";
import { watchLaunches } from "../../src/math/kernels/launch.ts";
import { runKernel } from "../../src/math/kernel.ts";
import { scope, tensorCount } from "../../src/math/memory.ts";
import { normalArray } from "../../src/math/random-arrays.ts";
import { keyOf } from "../../src/math/key.ts";
import { tensor, type Shape } from "../../src/math/tensor.ts";

interface Result {
  readonly shape: Shape;
  readonly data: Float32Array;
}

interface Case {
  readonly name: string;
  readonly inputs: readonly { readonly name: string; readonly shape: Shape }[];
  readonly attributes?: object;
}

const sizeOf = (shape: Shape): number => shape.reduce((a, b) => a * b, 1);

/** Normal numbers, some of them equal, and where `wild` a few that are no ordinary numbers. */
function numbers(seed: number, shape: Shape, wild: boolean, positive: boolean): Float32Array {
  const data = normalArray(keyOf(seed), sizeOf(shape));
  const odd = [0, NaN, Infinity, -Infinity, 1e30];
  return data.map((x, i) => {
    if (wild && (i + seed) % 7 === 3) return odd[(i + seed) % 5]!;
    return positive ? Math.abs(x) + 0.1 : x;
  });
}

const positive = (name: string): boolean => ["Log", "Sqrt", "RealDiv"].includes(name);

/** The launches that a case took, and null for each operation left to the library, with its result. */
function run(one: Case, wild = false): { result: Result; launches: (string | null)[] } {
  const launches: (string | null)[] = [];
  watchLaunches((name) => launches.push(name));
  const result = { shape: [] as Shape, data: new Float32Array() };
  scope(() => {
    const inputs = one.inputs.map(({ name, shape }, i) => {
      const data = numbers(i + 1, shape, wild, positive(one.name));
      return [name, tensor(data, shape)] as const;
    });
    const byPlace = inputs.every(([name]) => name === "");
    const out = runKernel(
      one.name,
      byPlace ? inputs.map(([, x]) => x) : Object.fromEntries(inputs),
      one.attributes as Record<string, unknown>,
    );
    result.shape = [...out.shape];
    result.data = (out.dataSync() as Float32Array).slice();
  });
  watchLaunches(undefined);
  return { result, launches };
}

/** The largest difference, relative to what was added up to get there; Infinity where only one is NaN or infinite. */
function gap(found: Result, wanted: Result, scale: number): number {
  expect(found.shape).toEqual(wanted.shape);
  expect(found.data.length).toBe(wanted.data.length);
  let most = 0;
  for (const [i, want] of wanted.data.entries()) {
    const got = found.data[i]!;
    if (Object.is(got, want) || got === want) continue;
    const difference = Math.abs(got - want) / (scale + Math.abs(want));
    most = Math.max(most, Number.isNaN(difference) ? Infinity : difference);
  }
  return most;
}

/** Runs cases on our kernels, then on the library's cpu, and compares. */
async function check(cases: readonly Case[], { wild = false, scale = 1e-3 } = {}): Promise<void> {
  await useBackend("wasm");
  const before = tensorCount();
  const ours = cases.map((one) => run(one, wild));
  const again = cases.map((one) => run(one, wild));
  expect(tensorCount()).toBe(before);
  ours.forEach(({ result }, i) => expect(again[i]!.result).toEqual(result));
  expect(ours.flatMap(({ launches }, i) => (launches.includes(null) ? [cases[i]] : []))).toEqual(
    [],
  );
  await useBackend("cpu");
  for (const [i, one] of cases.entries()) {
    const { result } = run(one, wild);
    const found = gap(ours[i]!.result, result, scale);
    expect(found, JSON.stringify(one)).toBeLessThan(1e-5);
  }
}

const size = fc.oneof(
  { arbitrary: fc.integer({ min: 0, max: 9 }), weight: 3 },
  { arbitrary: fc.integer({ min: 1, max: 40 }), weight: 1 },
);
const some = fc.integer({ min: 1, max: 9 });
const shapeOf = (min: number, max: number, each = size) =>
  fc.array(each, { minLength: min, maxLength: max });
const sample = <T>(arbitrary: fc.Arbitrary<T>, count = 60): T[] =>
  fc.sample(arbitrary, { seed: 7, numRuns: count });

beforeAll(async () => {
  await useBackend("wasm");
  expect(kernelsInUse()).toBe(true);
});

describe("our kernels give the numbers of plain JavaScript:", () => {
  const UNARY = ["Neg", "Square", "Sqrt", "Exp", "Log", "Relu", "Tanh", "Sigmoid", "Softplus"];
  test.each([...UNARY, "Step", "ClipByValue"])("%s", async (name) => {
    const attributes =
      name === "Step" ? { alpha: 0 } : { clipValueMin: -0.5, clipValueMax: Math.fround(0.7) };
    const cases = sample(shapeOf(0, 4), 30).map((shape) => ({
      name,
      inputs: [{ name: "x", shape }],
      attributes,
    }));
    await check(cases);
    await check(cases, { wild: true });
  });

  test.each(["Add", "Sub", "Multiply", "RealDiv", "Maximum", "Minimum"])("%s", async (name) => {
    const broadcast = shapeOf(0, 4).chain((shape) =>
      fc
        .tuple(
          fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
          fc.nat(shape.length),
          fc.boolean(),
        )
        .map(([ones, drop, swap]) => {
          const other = shape.map((n, i) => (ones[i] ? 1 : n)).slice(drop);
          return swap ? [other, shape] : [shape, other];
        }),
    );
    const cases = sample(broadcast, 100).map(([a, b]) => ({
      name,
      inputs: [
        { name: "a", shape: a! },
        { name: "b", shape: b! },
      ],
    }));
    await check(cases);
    await check(cases, { wild: true });
  });

  test.each([
    [false, false],
    [false, true],
    [true, false],
    [true, true],
  ])("BatchMatMul, transposed: %s, %s", async (transposeA, transposeB) => {
    const dims = fc.tuple(size, size, size, shapeOf(0, 2, some), fc.constantFrom("", "a", "b"));
    const cases = sample(dims, 150).map(([m, n, k, lead, single]) => ({
      name: "BatchMatMul",
      inputs: [
        { name: "a", shape: [...(single === "a" ? [] : lead), ...(transposeA ? [k, m] : [m, k])] },
        { name: "b", shape: [...(single === "b" ? [] : lead), ...(transposeB ? [n, k] : [k, n])] },
      ],
      attributes: { transposeA, transposeB },
    }));
    // Large enough for every shortcut of the kernel.
    for (const [m, n, k] of [
      [130, 37, 50],
      [131, 16, 3],
      [128, 32, 129],
    ] as const) {
      const inputs = [
        { name: "a", shape: [2, ...(transposeA ? [k, m] : [m, k])] },
        { name: "b", shape: [2, ...(transposeB ? [n, k] : [k, n])] },
      ];
      cases.push({ name: "BatchMatMul", inputs, attributes: { transposeA, transposeB } });
    }
    // The library's cpu kernel can't take empty matrices.
    await check(
      cases.filter(({ inputs }) => inputs.every(({ shape }) => sizeOf(shape) > 0)),
      { scale: 1 },
    );
  });

  test.each(["Sum", "Max"])("%s", async (name) => {
    const dims = shapeOf(1, 4, some).chain((shape) =>
      fc.tuple(
        fc.constant(shape),
        fc.subarray(
          shape.map((_, i) => i),
          { minLength: 1 },
        ),
        fc.boolean(),
      ),
    );
    const cases = sample(dims, 100).map(([shape, axes, keepDims]) => ({
      name,
      inputs: [{ name: "x", shape }],
      attributes: { axis: axes, reductionIndices: axes, keepDims },
    }));
    await check(cases, { scale: 1 });
    if (name === "Max") await check(cases, { wild: true });
  });

  test("Softmax", async () => {
    const cases = sample(shapeOf(1, 3, some)).map((shape) => ({
      name: "Softmax",
      inputs: [{ name: "logits", shape }],
      attributes: { dim: shape.length - 1 },
    }));
    await check(cases);
  });

  test("Transpose", async () => {
    const dims = shapeOf(1, 4).chain((shape) =>
      fc.tuple(
        fc.constant(shape),
        fc.shuffledSubarray(
          shape.map((_, i) => i),
          { minLength: shape.length },
        ),
      ),
    );
    await check(
      sample(dims, 150).map(([shape, perm]) => ({
        name: "Transpose",
        inputs: [{ name: "x", shape }],
        attributes: { perm },
      })),
    );
  });

  test("Slice, PadV2 and Tile", async () => {
    const axis = fc.tuple(some, fc.nat(5), fc.nat(5), fc.integer({ min: 1, max: 3 }));
    const shapes = sample(fc.array(axis, { minLength: 1, maxLength: 4 }), 100);
    const one = (
      name: string,
      axes: (typeof shapes)[number],
      shape: Shape,
      attributes: object,
    ): Case => ({ name, inputs: [{ name: "x", shape: axes.length > 0 ? shape : [] }], attributes });
    await check(
      shapes.flatMap((axes) => {
        const inner = axes.map(([n]) => n);
        const whole = axes.map(([n, before, after]) => n + before + after);
        const before = axes.map(([, start]) => start);
        return [
          one("Slice", axes, whole, { begin: before, size: inner }),
          one("PadV2", axes, inner, {
            paddings: axes.map(([, left, right]) => [left, right]),
            constantValue: 0,
          }),
          ...(axes.length < 3 ? [one("Tile", axes, inner, { reps: axes.map((a) => a[3]) })] : []),
        ];
      }),
    );
  });

  test("Concat", async () => {
    const dims = fc.tuple(shapeOf(1, 3, some), shapeOf(1, 4), fc.nat(2));
    await check(
      sample(dims).map(([shape, widths, at]) => {
        const axis = at % shape.length;
        return {
          name: "Concat",
          inputs: widths.map((n) => ({ name: "", shape: shape.with(axis, n) })),
          attributes: { axis },
        };
      }),
    );
  });
});

test("convolutions and pools of images", async () => {
  const dims = fc.tuple(some, some, some, fc.integer({ min: 1, max: 19 }), some);
  const settings = { strides: [1, 1], pad: "same", dataFormat: "NHWC", dilations: [1, 1] };
  const halves = { filterSize: [2, 2], strides: [2, 2], pad: "valid" };
  await check(
    sample(dims).flatMap(([batch, height, width, c, f]): Case[] => {
      const [x, dy] = [
        [batch, height, width, c],
        [batch, height, width, f],
      ];
      const filter = [3, 3, c, f];
      const convolutions = [
        { name: "Conv2D", inputs: { x, filter } },
        {
          name: "Conv2DBackpropInput",
          inputs: { dy, filter },
          attributes: { ...settings, inputShape: x },
        },
        {
          name: "Conv2DBackpropFilter",
          inputs: { x, dy },
          attributes: { ...settings, filterShape: filter },
        },
      ].map(({ name, inputs, attributes = settings }) => ({
        name,
        inputs: Object.entries(inputs).map(([input, shape]) => ({ name: input, shape })),
        attributes,
      }));
      if (Math.min(height, width) < 2) return convolutions;
      return [
        ...convolutions,
        { name: "MaxPool", inputs: [{ name: "x", shape: x }], attributes: halves },
      ];
    }),
    { scale: 1 },
  );
});

test.each([
  [[2 ** 20 + 3], [0]],
  [[70_001, 18], [0]],
])("sums of many numbers keep their digits: %s over axis %s", async (shape, axis) => {
  await useBackend("wasm");
  const { result } = run({
    name: "Sum",
    inputs: [{ name: "x", shape }],
    attributes: { axis, keepDims: false },
  });
  const width = shape[1] ?? 1;
  const sums = new Float64Array(width);
  const sizes = new Float64Array(width);
  numbers(1, shape, false, false).forEach((x, i) => {
    sums[i % width]! += x;
    sizes[i % width]! += Math.abs(x);
  });
  expect(result.data.length).toBe(width);
  for (const [j, sum] of sums.entries()) {
    expect(Math.abs(result.data[j]! - sum) / sizes[j]!).toBeLessThan(1e-7);
  }
});

test("other convolutions are left to the library", async () => {
  await useBackend("wasm");
  const { launches } = run({
    name: "Conv2D",
    inputs: [
      { name: "x", shape: [1, 6, 6, 2] },
      { name: "filter", shape: [5, 5, 2, 3] },
    ],
    attributes: { strides: [1, 1], pad: "valid", dataFormat: "NHWC", dilations: [1, 1] },
  });
  expect(launches).toEqual([null]);
});

test("what our kernels don't take is left to the library", async () => {
  await useBackend("wasm");
  const passed: (string | null)[] = [];
  watchLaunches((name) => passed.push(name));
  const whole = tensor1d([1, 2], "int32");
  const doubled = runKernel("Add", { a: whole, b: whole });
  watchLaunches(undefined);
  expect([...doubled.dataSync()]).toEqual([2, 4]);
  expect(passed).toEqual([null]);
});

test("the library's own kernels come back when asked for", async () => {
  await useBackend("wasm", { kernels: false });
  expect(kernelsInUse()).toBe(false);
  const names: (string | null)[] = [];
  watchLaunches((name) => names.push(name));
  const x = tensor([1, 2], [2]);
  expect([...runKernel("Square", { x }).dataSync()]).toEqual([1, 4]);
  await useBackend("wasm");
  expect(kernelsInUse()).toBe(true);
  expect([...runKernel("Square", { x }).dataSync()]).toEqual([1, 4]);
  watchLaunches(undefined);
  expect(names).toEqual(["square"]);
});

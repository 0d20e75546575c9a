/** Matrix products with short and with empty sides against the library's plain JavaScript: each has a way of its own. */
import { expect, test } from "vitest";
import { useBackend } from "../../src/math/backend.ts";
import { valueAndGradWithAux } from "../../src/math/grad.ts";
import { watchLaunches } from "../../src/math/kernels/launch.ts";
import { keyOf } from "../../src/math/key.ts";
import { dense, gather, matMul, type Activation } from "../../src/math/linear.ts";
import { scope } from "../../src/math/memory.ts";
import { mul } from "../../src/math/elementwise.ts";
import { sum } from "../../src/math/broadcast.ts";
import { normalArray } from "../../src/math/random-arrays.ts";
import { transpose } from "../../src/math/shape.ts";
import { tensor, type Shape, type Tensor } from "../../src/math/tensor.ts";

const drawnLike = (seed: number, shape: Shape): Tensor =>
  tensor(
    normalArray(
      keyOf(seed),
      shape.reduce((a, b) => a * b, 1),
    ),
    shape,
  );

interface Result {
  readonly shape: Shape;
  readonly numbers: readonly number[];
}

/** A result and its gradients by all inputs, of a weighted sum of its numbers. */
function everything(f: (...inputs: Tensor[]) => Tensor, shapes: readonly Shape[]): Result[] {
  const results: Result[] = [];
  scope(() => {
    const inputs = shapes.map((shape, i) => drawnLike(i + 1, shape));
    const { aux, grad } = valueAndGradWithAux((p: readonly Tensor[]) => {
      const y = f(...p);
      return { loss: sum(mul(y, drawnLike(9, y.shape))), aux: y };
    })(inputs);
    for (const t of [aux, ...grad]) {
      results.push({ shape: [...t.shape], numbers: [...t.dataSync<"float32">()] });
    }
  });
  return results;
}

const SIDES = [1, 2, 3, 5, 8, 16, 17, 35];
const long = SIDES.flatMap((m) => SIDES.flatMap((n) => SIDES.map((k) => [m, k, n] as const)));
const empty = [0, 1, 2, 5, 16, 20].flatMap((a) =>
  [1, 3, 17].flatMap((b) => [[0, a, b] as const, [a, 0, b] as const, [a, b, 0] as const]),
);

const TURNED = [
  [true, false],
  [false, true],
  [true, true],
] as const;

const CASES: Record<string, (m: number, k: number, n: number) => Result[]> = {
  matMul: (m, k, n) =>
    everything(
      (a, b) => matMul(a, b),
      [
        [m, k],
        [k, n],
      ],
    ),
  "three matMul": (m, k, n) =>
    everything(
      (a, b) => matMul(a, b),
      [
        [3, m, k],
        [3, k, n],
      ],
    ),
  ...Object.fromEntries(
    TURNED.map(([transposeA, transposeB]) => [
      `matMul, turned: ${transposeA}, ${transposeB}`,
      (m: number, k: number, n: number) =>
        everything(
          (a, b) => matMul(a, b, { transposeA, transposeB }),
          [transposeA ? [k, m] : [m, k], transposeB ? [n, k] : [k, n]],
        ),
    ]),
  ),
  ...Object.fromEntries(
    (["linear", "relu"] satisfies Activation[]).map((activation) => [
      `dense, ${activation}`,
      (m: number, k: number, n: number) =>
        everything((x, W, b) => dense(x, W, b, activation), [[m, k], [k, n], [n]]),
    ]),
  ),
};

test.each(Object.keys(CASES))("%s, value and gradients", async (name) => {
  const sides = [...empty, ...long];
  await useBackend("wasm");
  const passed: (string | null)[] = [];
  watchLaunches((launched) => passed.push(launched));
  const ours = sides.map((side) => CASES[name]!(...side));
  watchLaunches(undefined);
  expect(passed).not.toContain(null);
  await useBackend("cpu");
  for (const [i, side] of sides.entries()) {
    const wanted = CASES[name]!(...side);
    for (const [j, { shape, numbers }] of wanted.entries()) {
      expect(ours[i]![j]!.shape, String(side)).toEqual(shape);
      expect(ours[i]![j]!.numbers.length).toBe(numbers.length);
      const most = Math.max(1, ...numbers.map(Math.abs));
      const gap = Math.max(0, ...numbers.map((x, l) => Math.abs(ours[i]![j]!.numbers[l]! - x)));
      expect(gap / most, String(side)).toBeLessThan(1e-5);
    }
  }
});

test.each(TURNED)(
  "a batch with sides turned, %s and %s, by batches and by one matrix",
  async (...turned) => {
    const [transposeA, transposeB] = turned;
    const a = transposeA ? [2, 3, 4, 2] : [2, 3, 2, 4];
    const b = transposeB ? [5, 4] : [4, 5];
    for (const right of [[2, 3, ...b], b]) {
      const made = () => [
        ...everything((x, y) => matMul(x, y, { transposeA, transposeB }), [a, right]),
        ...everything(
          (x, y) => matMul(transposeA ? transpose(x) : x, transposeB ? transpose(y) : y),
          [a, right],
        ),
      ];
      for (const backend of ["wasm", "cpu"] as const) {
        await useBackend(backend);
        const found = made();
        expect(found[0]!.shape).toEqual([2, 3, 2, 5]);
        for (const i of [0, 1, 2]) {
          expect(found[i]!.shape).toEqual(found[i + 3]!.shape);
          found[i]!.numbers.forEach((x, j) => expect(x).toBeCloseTo(found[i + 3]!.numbers[j]!, 5));
        }
      }
    }
  },
);

test("products whose sides don't meet are refused as they were turned", () => {
  const [a, b] = [drawnLike(1, [2, 3]), drawnLike(2, [3, 4])];
  expect(() => matMul(a, b, { transposeA: true })).toThrow(
    "Shapes [2,3] and [3,4] turned so have no matrix product.",
  );
  expect(matMul(a, drawnLike(3, [2, 4]), { transposeA: true }).shape).toEqual([3, 4]);
});

test.each(["wasm", "cpu"] as const)(
  "rows by computed places, on %s, as by given ones",
  async (name) => {
    await useBackend(name);
    const x = drawnLike(1, [5, 3]);
    const [computed, given] = [gather(x, tensor([4, 0, 4], [3])), gather(x, [4, 0, 4])];
    expect(computed.shape).toEqual([3, 3]);
    expect([...computed.dataSync<"float32">()]).toEqual([...given.dataSync<"float32">()]);
  },
);

/** What a picture loses by being stored small. */
import { expect, test } from "vitest";
import { quantise } from "../../../scripts/posters/quantise.ts";
import { restored } from "../../../src/engine/page/quantised.ts";
import { keyOf } from "../../../src/math/key.ts";
import { normalArray } from "../../../src/math/random-arrays.ts";

const drawn = (shape: readonly number[]) => {
  const count = shape.reduce((a, b) => a * b, 1);
  return { shape, data: normalArray(keyOf(5), count).map((x) => 3 * x - 7) };
};
const range = (data: Float32Array): number => Math.max(...data) - Math.min(...data);

test.each([
  { of: "a field", shape: [40, 40], bits: 8 },
  { of: "a row of pictures", shape: [6, 28, 28], bits: 8 },
  { of: "many points", shape: [1500, 2], bits: 16 },
])("$of comes back within half of a 2^$bits-th of its range", ({ shape, bits }) => {
  const before = drawn(shape);
  const after = restored(JSON.parse(JSON.stringify(quantise(before))));
  expect(after.shape).toEqual(shape);
  expect(after.data).toHaveLength(before.data.length);
  const bound = range(before.data) / (2 ** bits - 1) / 2 + 1e-6;
  const errors = before.data.map((value, i) => Math.abs(value - after.data[i]!));
  expect(Math.max(...errors)).toBeLessThanOrEqual(bound);
  expect(Math.max(...errors)).toBeGreaterThan(bound / 100);
});

test.each([[[5, 5]], [[10, 100]], [[8, 17]], [[100]], [[512, 2]], [[]]])(
  "numbers that may be read, as in a table of %j, come back as they were",
  (shape) => {
    const before = drawn(shape);
    expect(restored(JSON.parse(JSON.stringify(quantise(before))))).toEqual(before);
  },
);

test("the least and the greatest number come back", () => {
  const { data } = restored(quantise({ shape: [2, 2], data: Float32Array.of(-24, 0, 1.5, 3) }));
  expect(data[0]).toBe(-24);
  expect(data[3]).toBeCloseTo(3, 5);
});

test("whole numbers stay exact, such as those of classes; so does what is the same everywhere", () => {
  const classes = Float32Array.from({ length: 64 }, (_, i) => (i % 10) - 1);
  expect(restored(quantise({ shape: [8, 8], data: classes })).data).toEqual(classes);
  const same = new Float32Array(64).fill(0.1);
  expect(restored(quantise({ shape: [8, 8], data: same })).data).toEqual(same);
});

test("numbers that are not finite are refused", () => {
  expect(() => quantise({ shape: [1], data: Float32Array.of(Number.NaN) })).toThrow("not finite");
});

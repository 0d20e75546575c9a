/** What is measured of embeddings, on numbers whose answer is known. */
import { expect, test } from "vitest";
import { keyOf } from "../../../src/math/key.ts";
import { normalArray } from "../../../src/math/random-arrays.ts";
import { meanCosine } from "../../../src/papers/supcon/cosines.ts";
import { probe } from "../../../src/papers/supcon/probe.ts";

/** Random unit rows. */
function unitRows(n: number, D: number): { shape: number[]; data: Float32Array } {
  const data = normalArray(keyOf(3), n * D);
  for (let i = 0; i < n; i++) {
    const row = data.subarray(i * D, (i + 1) * D);
    const length = Math.hypot(...row);
    for (let d = 0; d < D; d++) row[d]! /= length;
  }
  return { shape: [n, D], data };
}

test.each([
  ["the same label", (a: number, b: number) => a === b],
  ["labels next to each other", (a: number, b: number) => a !== b && a >> 1 === b >> 1],
  ["different labels", (a: number, b: number) => a !== b],
])("mean cosine of pairs of %s", (_, of) => {
  const [n, D] = [23, 3];
  const z = unitRows(n, D);
  const labels = Array.from({ length: n }, (__, i) => (5 * i) % 6);
  let [total, pairs] = [0, 0];
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      if (i === j || !of(labels[i]!, labels[j]!)) continue;
      for (let d = 0; d < D; d++) total += z.data[i * D + d]! * z.data[j * D + d]!;
      pairs += 1;
    }
  expect(meanCosine(z, labels, of)).toBeCloseTo(total / pairs, 6);
});

test("no pair has no mean", () => {
  expect(meanCosine(unitRows(2, 3), [0, 1], (a, b) => a === b)).toBeNaN();
});

test("the probe reads what a straight cut reads, and is asked about other rows than it knows", () => {
  const x = unitRows(400, 3);
  const label = (i: number): number => Number(x.data[3 * i]! > 0);
  const labels = Array.from({ length: 400 }, (_, i) => label(i));
  const right = probe(x, labels.slice(0, 200), labels.slice(200));
  expect(right).toHaveLength(200);
  expect(right.every((one) => one === 0 || one === 100)).toBe(true);
  const share = right.reduce((a, b) => a + b) / 200;
  expect(share).toBeGreaterThan(90);
  const swapped = probe(
    x,
    labels.slice(0, 200),
    labels.slice(200).map((one) => 1 - one),
  );
  expect(swapped.reduce((a, b) => a + b) / 200).toBeCloseTo(100 - share, 6);
});

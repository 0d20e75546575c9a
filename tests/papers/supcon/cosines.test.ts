import { expect, test } from "vitest";
import { meanCosine } from "../../../src/papers/supcon/cosines.ts";
import { unitRows } from "../../fixtures/unit-rows.ts";

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

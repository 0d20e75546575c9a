/** The sets are what they say: moments of each family, and causes that belong to their sets. */
import { beforeAll, expect, test } from "vitest";
import { useBackend } from "../../../src/math/backend.ts";
import { keyOf } from "../../../src/math/key.ts";
import {
  drawCauses,
  drawSet,
  drawSets,
  type Family,
} from "../../../src/papers/neural-statistician/families.ts";

beforeAll(async () => {
  await useBackend("wasm");
});

function moments(x: ArrayLike<number>) {
  const values = Array.from(x);
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const central = (k: number): number =>
    values.reduce((sum, value) => sum + (value - mean) ** k, 0) / n;
  const V = central(2);
  return { mean, V, skew: central(3) / V ** 1.5, kurtosis: central(4) / V ** 2 };
}

/** Skewness and kurtosis of each family, from tables; two bumps at ±.9 have 1 + …: E x⁴ = .9⁴ + 6 · .81 · .19 + 3 · .19². */
const SHAPES: readonly (readonly [Family, number, number])[] = [
  ["exponential", 2, 9],
  ["gaussian", 0, 3],
  ["uniform", 0, 1.8],
  ["laplace", 0, 6],
  ["bumps", 0, 0.6561 + 0.9234 + 0.1083],
];

test.each(SHAPES)(
  "a %s set has the mean, the variance and the shape asked for",
  (family, skew, kurtosis) => {
    const found = moments(drawSet(keyOf(3), family, 0.5, 2, 200_000).dataSync());
    expect(found.mean).toBeCloseTo(0.5, 1.5);
    expect(found.V / 2).toBeCloseTo(1, 1.3);
    expect(Math.abs(found.skew - skew)).toBeLessThan(0.12);
    expect(Math.abs(found.kurtosis / kurtosis - 1)).toBeLessThan(0.08);
  },
);

test("causes of the same key are those of the sets", () => {
  const collection = {
    families: ["uniform", "exponential"] as const,
    means: [-1, 1] as const,
    variances: [0.5, 2] as const,
  };
  const [B, S] = [40, 4000];
  const sets = drawSets(keyOf(4), collection, B, S).dataSync();
  const causes = drawCauses(keyOf(4), collection, B).dataSync();
  const numbers = new Set<number>();
  for (let b = 0; b < B; b++) {
    const [family, mean, V] = causes.slice(3 * b, 3 * b + 3) as unknown as number[];
    const found = moments(sets.slice(b * S, (b + 1) * S));
    expect(Math.abs(found.mean - mean!)).toBeLessThan(0.12);
    expect(Math.abs(found.V / V! - 1)).toBeLessThan(0.3);
    expect(found.skew > 1).toBe(family === 1);
    numbers.add(family!);
  }
  expect([...numbers].toSorted((a, b) => a - b)).toEqual([0, 1]);
});

import { describe, expect, test } from "vitest";
import { fold, keyOf, type Key } from "../../src/math/key.ts";
import { integers, normalArray, uniformArray } from "../../src/math/random-arrays.ts";
import { threefry } from "../../src/math/threefry.ts";

const N = 100_000;
const key = keyOf(20_251_123);
const moment = (x: Float32Array, p: number) => x.reduce((sum, v) => sum + v ** p, 0) / x.length;
const correlation = (x: Float32Array, y: Float32Array) =>
  x.reduce((sum, v, i) => sum + v * y[i]!, 0) / x.length;

/** Kolmogorov and Smirnov's distance from a distribution function, times the root of the count. */
function distance(sample: Float32Array, cdf: (x: number) => number): number {
  const sorted = sample.toSorted();
  const gaps = Array.from(sorted, (x, i) =>
    Math.max(cdf(x) - i / sorted.length, (i + 1) / sorted.length - cdf(x)),
  );
  return gaps.reduce((a, b) => Math.max(a, b)) * Math.sqrt(sorted.length);
}
/** Exceeded with probability 0.001 by a true sample. */
const CRITICAL = 1.95;

/** The normal distribution function by Simpson's rule, from the density alone. */
function normalCdf(x: number): number {
  const steps = 40;
  const h = x / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i++) {
    const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
    sum += weight * Math.exp(-0.5 * (i * h) ** 2);
  }
  return 0.5 + (sum * h) / 3 / Math.sqrt(2 * Math.PI);
}

describe("normal numbers", () => {
  const x = normalArray(key, N);
  test("have the moments of the normal distribution, within 4 standard errors", () => {
    // Variances of the first four sample moments: 1, 2, 15, 96 over N.
    expect(Math.abs(moment(x, 1))).toBeLessThan(4 * Math.sqrt(1 / N));
    expect(Math.abs(moment(x, 2) - 1)).toBeLessThan(4 * Math.sqrt(2 / N));
    expect(Math.abs(moment(x, 3))).toBeLessThan(4 * Math.sqrt(15 / N));
    expect(Math.abs(moment(x, 4) - 3)).toBeLessThan(4 * Math.sqrt(96 / N));
  });
  test("follow its distribution function", () => {
    expect(distance(x, normalCdf)).toBeLessThan(CRITICAL);
    expect(
      distance(
        x.map((v) => v * 1.04),
        normalCdf,
      ),
    ).toBeGreaterThan(CRITICAL);
  });
  test("don't correlate within a pair, with their neighbours or between folded keys", () => {
    const bound = 4 / Math.sqrt(N / 2);
    const [even, odd] = [0, 1].map((parity) => x.filter((_, i) => i % 2 === parity));
    expect(Math.abs(correlation(even!, odd!))).toBeLessThan(bound);
    expect(
      Math.abs(
        correlation(
          even!.map((v) => v * v - 1),
          odd!.map((v) => v * v - 1),
        ),
      ),
    ).toBeLessThan(2 * bound);
    expect(Math.abs(correlation(x.subarray(2), x.subarray(0, -2)))).toBeLessThan(bound);
    const relatives = [
      fold(key, 0),
      fold(key, 1),
      fold(key, "0"),
      fold(key, "a"),
      keyOf(20_251_124),
    ];
    for (const other of relatives) {
      expect(Math.abs(correlation(x, normalArray(other, N)))).toBeLessThan(bound);
    }
  });
  test("are the same bits for the same seed, on any machine", () => {
    const bits = [...new Uint32Array(normalArray(keyOf(1), 4).buffer)].map((word) =>
      word.toString(16),
    );
    expect(bits).toMatchInlineSnapshot(`
      [
        "bff06768",
        "3f5cd535",
        "3da7547e",
        "3fd241c5",
      ]
    `);
    expect(normalArray(keyOf(1), 3)).toEqual(normalArray(keyOf(1), 4).subarray(0, 3));
  });
});

describe("uniform numbers", () => {
  test("follow the uniform distribution and stay within bounds", () => {
    const x = uniformArray(key, N, -3, 5);
    expect(x.every((v) => v >= -3 && v <= 5)).toBe(true);
    expect(distance(x, (v) => (v + 3) / 8)).toBeLessThan(CRITICAL);
    expect(uniformArray(key, N).every((v) => v >= 0 && v < 1)).toBe(true);
  });
});

describe("integers", () => {
  test("are equally likely, by the chi-squared test", () => {
    const counts = Array.from({ length: 10 }, () => 0);
    for (const i of integers(key, N, 10)) counts[i]!++;
    const chi2 = counts.reduce((sum, n) => sum + (n - N / 10) ** 2 / (N / 10), 0);
    // 9 degrees of freedom: 27.9 is exceeded with probability 0.001.
    expect(chi2).toBeLessThan(27.9);
  });
  test("bounds: 1 gives zeros, others are refused in a sentence", () => {
    expect([...integers(key, 3, 1)]).toEqual([0, 0, 0]);
    expect(() => integers(key, 3, 0)).toThrow("a whole number from 1 to 1048576, not 0");
    expect(() => integers(key, 3, 2.5)).toThrow("not 2.5");
  });
});

describe("keys", () => {
  test("of different names and numbers differ", () => {
    const names: (string | number)[] = [
      "",
      "a",
      "b",
      "aa",
      "ab",
      "ba",
      "a\0",
      "\0a",
      "abc",
      "critic",
      "é",
      "0",
      "1",
    ];
    for (let i = 0; i < 1000; i++) names.push(i);
    names.push(2 ** 32, 2 ** 32 + 1, Number.MAX_SAFE_INTEGER);
    const text = ({ hi, lo }: Key) => `${hi},${lo}`;
    expect(new Set(names.map((name) => text(fold(key, name)))).size).toBe(names.length);
    expect(text(fold(fold(key, "a"), "b"))).not.toBe(text(fold(key, "ab")));
  });
  test("are none of the words that the key itself draws", () => {
    const drawn = new Uint32Array(2048);
    threefry(key.hi, key.lo, 0, 0, drawn);
    const folded = Array.from({ length: 1024 }, (_, i) => [
      fold(key, i),
      fold(key, "abc".repeat(i % 9)),
    ]);
    const repeated = folded.flat().filter(({ hi, lo }) => drawn.includes(hi) && drawn.includes(lo));
    expect(repeated).toEqual([]);
  });
  test("refuse what is not a whole number", () => {
    expect(() => keyOf(-1)).toThrow("A seed is a whole number from 0 to 2^53 - 1, not -1.");
    expect(() => keyOf(0.5)).toThrow("not 0.5");
    expect(() => fold(key, Number.NaN)).toThrow("not NaN");
    expect(keyOf(2 ** 32 + 5)).toEqual({ hi: 1, lo: 5 });
  });
});

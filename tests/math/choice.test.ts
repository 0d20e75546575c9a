import { expect, test } from "vitest";
import { useBackend } from "../../src/math/backend.ts";
import { choose, permutation } from "../../src/math/choice.ts";
import { fold, keyOf } from "../../src/math/key.ts";

const key = keyOf(3);

test("a permutation has every number once, a choice is its beginning", () => {
  for (const n of [0, 1, 2, 7, 100]) {
    const whole = permutation(key, n);
    expect([...whole].toSorted((a, b) => a - b)).toEqual([...Array(n).keys()]);
    for (const k of [0, 1, n >> 1, n]) {
      if (k <= n) expect([...choose(key, n, k)]).toEqual([...whole.subarray(0, k)]);
    }
  }
});

test("the same numbers on every platform", async () => {
  for (const backend of ["cpu", "wasm"] as const) {
    await useBackend(backend);
    expect([...permutation(keyOf(1), 12)]).toEqual(PERMUTATION);
    expect([...choose(keyOf(1), 2 ** 20, 4)]).toEqual(CHOICE);
  }
});
const PERMUTATION = [1, 5, 4, 0, 7, 2, 11, 9, 6, 8, 10, 3];
const CHOICE = [123889, 452434, 271167, 253852];

test("all orders of four are alike, within 4 standard errors", () => {
  const counts = new Map<string, number>();
  const draws = 24_000;
  for (let i = 0; i < draws; i++) {
    const order = permutation(fold(key, i), 4).join("");
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(24);
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(4 * 31);
});

test("pairs of a thousand: no number comes first or second more often than chance", () => {
  const sums = [0, 0];
  const draws = 20_000;
  for (let i = 0; i < draws; i++) choose(fold(key, i), 1000, 2).forEach((v, j) => (sums[j]! += v));
  // A uniform number below 1000 has mean 499.5 and deviation 289.
  for (const sum of sums)
    expect(Math.abs(sum / draws - 499.5)).toBeLessThan((4 * 289) / Math.sqrt(draws));
});

test("more than there are can't be chosen", () => {
  expect(() => choose(key, 3, 4)).toThrow("From 3 things 4 different ones can't be chosen.");
  expect(() => choose(key, 3, -1)).toThrow("can't be chosen");
  expect(() => choose(key, 3, 1.5)).toThrow("can't be chosen");
  expect(() => choose(key, 2 ** 20 + 1, 2)).toThrow("whole number from 1 to 1048576");
});

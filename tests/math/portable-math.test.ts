import * as fc from "fast-check";
import { expect, test } from "vitest";
import { cosTurn, exp, log, sinTurn } from "../../src/math/portable-math.ts";

// Math.* is within an ulp or two of the truth (2.3e-16), far inside the bounds of 1e-13 that are claimed and tested here.
test("log is within 1e-13 of its size", () => {
  const check = (x: number) => {
    expect(Math.abs(log(x) - Math.log(x))).toBeLessThanOrEqual(1e-13 * Math.abs(Math.log(x)));
  };
  fc.assert(fc.property(fc.double({ min: 2 ** -1022, max: 1e308, noNaN: true }), check), {
    seed: 1,
  });
  fc.assert(fc.property(fc.double({ min: 0.5, max: 2, noNaN: true }), check), {
    seed: 2,
    numRuns: 10_000,
  });
  [1, Math.SQRT2, Math.SQRT1_2, 1 + 2 ** -52, 1 - 2 ** -53, 2 ** -32, 0.5, 2].forEach(check);
});

test("exp is within 1e-13 of its size", () => {
  const check = (x: number) =>
    expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThanOrEqual(1e-13);
  for (let i = -2000; i <= 2000; i++) check(i / 1000);
  for (let x = -700; x <= 700; x += 0.7) check(x);
  expect(exp(0)).toBe(1);
});

test("sine and cosine of turns are within 1e-13", () => {
  const check = (t: number) => {
    expect(Math.abs(sinTurn(t) - Math.sin(2 * Math.PI * t))).toBeLessThanOrEqual(1e-13);
    expect(Math.abs(cosTurn(t) - Math.cos(2 * Math.PI * t))).toBeLessThanOrEqual(1e-13);
  };
  for (let i = 0; i <= 10_000; i++) check(i / 10_000);
  for (let i = 0; i <= 8; i++) check(Math.min(1, i / 8 + 2 ** -40));
});

test("quarter turns are exact", () => {
  expect([0, 0.25, 0.5, 0.75, 1].map((t) => sinTurn(t) + 0)).toEqual([0, 1, 0, -1, 0]);
  expect([0, 0.25, 0.5, 0.75, 1].map((t) => cosTurn(t) + 0)).toEqual([1, 0, -1, 0, 1]);
});

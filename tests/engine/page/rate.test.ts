import { expect, test } from "vitest";
import { createRate } from "../../../src/engine/page/rate.ts";

test("the rate is that of the last moments", () => {
  const rate = createRate();
  expect(rate.value()).toBe(0);
  for (let i = 0; i <= 30; i++) rate.note(i, i * 100);
  expect(rate.value()).toBeCloseTo(10, 9);
  for (let i = 1; i <= 20; i++) rate.note(30 + 5 * i, 3000 + i * 100);
  expect(rate.value()).toBeCloseTo(50, 9);
});

test("what the first step took says nothing of the others", () => {
  const rate = createRate();
  rate.note(0, 0);
  rate.note(1, 4000);
  expect(rate.value()).toBe(0);
  rate.note(2, 4100);
  expect(rate.value()).toBeCloseTo(10, 9);
});

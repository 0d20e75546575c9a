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

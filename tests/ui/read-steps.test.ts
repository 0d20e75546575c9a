import { expect, test } from "vitest";
import { stepByKey, stepNear } from "../../src/ui/read-steps.ts";

const steps = Uint32Array.from({ length: 41 }, (_, i) => 25 * i);

test("the nearest step, also beyond both ends", () => {
  expect([-9, 0, 12, 13, 37, 990, 5000].map((at) => stepNear(steps, at))).toEqual([
    0, 0, 0, 25, 25, 1000, 1000,
  ]);
  expect(stepNear([], 3)).toBeNull();
});

test("keys move by a point, by a tenth of all, to both ends, and from the last at first", () => {
  expect(stepByKey(steps, null, "ArrowLeft")).toBe(975);
  expect(stepByKey(steps, 500, "ArrowUp")).toBe(525);
  expect(stepByKey(steps, 500, "PageDown")).toBe(400);
  expect(stepByKey(steps, 510, "Home")).toBe(0);
  expect(stepByKey(steps, 0, "End")).toBe(1000);
  expect(stepByKey(steps, 1000, "ArrowRight")).toBe(1000);
  expect(stepByKey(steps, 500, "a")).toBeNull();
  expect(stepByKey([], null, "Home")).toBeNull();
});

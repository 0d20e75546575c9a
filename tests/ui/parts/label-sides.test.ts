import { expect, test } from "vitest";
import { labelSides, type Side } from "../../../src/ui/parts/label-sides.ts";
import type { Box, Place } from "../../../src/ui/parts/stage-box.ts";

const SIZE = { width: 2, height: 0.6, off: 0.4, mark: 0.3 };
const BOX: Box = [
  [-6, 6],
  [-2, 5],
];
const sides = (...points: (readonly [Place, Side])[]) =>
  labelSides(
    points.map(([at, prefers]) => ({ at, prefers })),
    SIZE,
    BOX,
  );

test("a label stands where it is preferred, if nothing is there", () => {
  expect(sides([[0, 0], "right"], [[4, 0], "below"])).toEqual(["right", "below"]);
});

test("it keeps off other points, other labels and the edges", () => {
  expect(sides([[0, 0], "right"], [[1, 0], "above"])[0]).not.toBe("right");
  expect(sides([[5.5, 0], "right"])).not.toEqual(["right"]);
  expect(sides([[0, 0], "above"], [[1, 0], "above"])).toEqual(["above", "below"]);
  expect(sides([[0, 0], "above"], [[1, 0], "above"], [[2, 0], "above"])).toEqual([
    "above",
    "below",
    "above",
  ]);
  const row = [0, 1, 2, 3].map((x) => [[x, 0], "above"] as const);
  expect(sides(...row)).toEqual(["above", "below", "above", "below"]);
  const close = [0, 0.8, 1.6, 2.4].map((x) => [[x, 0], "above"] as const);
  expect(sides(...close)).toContain("high");
});

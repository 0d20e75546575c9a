import { expect, test } from "vitest";
import { labelSides, type Side } from "../../../src/ui/parts/label-sides.ts";
import type { Box, Place } from "../../../src/ui/parts/stage-box.ts";

const SIZE = { width: 2, height: 0.6, off: 0.4, mark: 0.3 };
const BOX: Box = [
  [-6, 6],
  [-2, 5],
];
const sides = (...points: (readonly [Place, Side])[]) => beside([], ...points);
const beside = (lines: (readonly [Place, Place])[], ...points: (readonly [Place, Side])[]) =>
  labelSides(
    points.map(([at, prefers]) => ({ at, prefers })),
    SIZE,
    BOX,
    lines,
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

test("no line runs through it, where there is room beside them", () => {
  const up: readonly [Place, Place] = [
    [0, 0],
    [0.5, 4],
  ];
  expect(beside([up], [[0, 0], "above"])).toEqual(["below"]);
  const down: readonly [Place, Place] = [
    [0, 0],
    [0, -2],
  ];
  expect(beside([up, down], [[0, 0], "above"])).toEqual(["right"]);
  // One that ends before it, and one that passes it.
  const short: readonly [Place, Place] = [
    [0, 0],
    [0, 0.3],
  ];
  const past: readonly [Place, Place] = [
    [-3, 4],
    [3, 4],
  ];
  expect(beside([short, past], [[0, 0], "above"])).toEqual(["above"]);
});

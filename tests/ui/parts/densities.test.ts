import { expect, test } from "vitest";
import { densities } from "../../../src/ui/parts/densities.ts";

test("columns have the area of their share; what is beyond the ends counts, but is in none", () => {
  expect(densities([0, 0.1, 0.6, 1.4, -5], [0, 1.5], 3)).toEqual([0.8, 0.4, 0.4]);
});

test("no numbers give columns of no height", () => {
  expect(densities([], [0, 1], 2)).toEqual([0, 0]);
});

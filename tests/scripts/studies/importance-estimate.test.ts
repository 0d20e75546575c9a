import { expect, test } from "vitest";
import { byImportance, meanWithError } from "../../../scripts/studies/importance-estimate.ts";

test("many codes cost −log of their mean weight, however small", () => {
  expect(byImportance([[-90], [-90]])[0]).toBeCloseTo(90, 10);
  // Weights 1 and 3, both by e^−1000, which is no number of a computer.
  expect(byImportance([[-1000], [-1000 + Math.log(3)]])[0]).toBeCloseTo(1000 - Math.log(2), 9);
  expect(byImportance([[-5, -7]])).toEqual([5, 7]);
});

test("a mean's interval is 1.96 of its standard errors to either side", () => {
  expect(meanWithError([1, 2, 3, 4])).toEqual({
    mean: 2.5,
    error: 1.96 * Math.sqrt(5 / 3 / 4),
  });
});

/** Costs of pictures without a model, on two pictures of two pixels with five levels of grey. */
import { expect, test } from "vitest";
import {
  fixedCost,
  greyFloor,
  meanPicture,
  withHalf,
} from "../../../scripts/studies/picture-costs.ts";

/** Greys 0, 1 and ½, ¼. */
const pictures = { data: Uint8Array.of(0, 4, 2, 1), shape: [2, 2], scale: 1 / 4 };
const greys = [
  [0, 1],
  [0.5, 0.25],
];
const mean = Float64Array.of(0.25, 0.625);

/** What each of the four pictures that bits make of greys costs, weighed by how likely it is. */
function overBits(grey: readonly number[], chances: ArrayLike<number>): number {
  let sum = 0;
  for (let bits = 0; bits < 2 ** grey.length; bits++) {
    let [likely, cost] = [1, 0];
    grey.forEach((x, i) => {
      const white = (bits >> i) & 1;
      likely *= white ? x : 1 - x;
      cost -= Math.log(white ? chances[i]! : 1 - chances[i]!);
    });
    if (likely > 0) sum += likely * cost;
  }
  return sum;
}

test("the mean is taken pixel by pixel", () => {
  expect([...meanPicture(pictures)]).toEqual([...mean]);
});

test("a fixed picture's cost is the mean over pictures and over the bits that they may become", () => {
  for (const chances of [
    [0.5, 0.5],
    [0.25, 0.625],
    [0.9, 0.2],
  ]) {
    const byHand = (overBits(greys[0]!, chances) + overBits(greys[1]!, chances)) / 2;
    expect(fixedCost(mean, Float64Array.from(chances))).toBeCloseTo(byHand, 12);
  }
  expect(fixedCost(mean, Float64Array.of(0.5, 0.5))).toBeCloseTo(2 * Math.LN2, 12);
});

test("no fixed picture is cheaper than the mean", () => {
  const least = fixedCost(mean, mean);
  for (const [dx, dy] of [
    [0.01, 0],
    [-0.01, 0],
    [0, 0.01],
    [0, -0.01],
  ] as const) {
    expect(
      fixedCost(
        mean,
        mean.map((x, i) => x + [dx, dy][i]!),
      ),
    ).toBeGreaterThan(least);
  }
});

test("what was held to be impossible costs infinitely much, but not with an image of halves", () => {
  expect(fixedCost(mean, Float64Array.of(0, 0.5))).toBe(Infinity);
  expect(fixedCost(Float64Array.of(0, 1), Float64Array.of(0, 1))).toBe(0);
  const soft = withHalf(Float64Array.of(0, 1), 3);
  expect(soft[0]).toBeCloseTo(1 / 8, 12);
  expect(soft[1]).toBeCloseTo(7 / 8, 12);
  expect(fixedCost(mean, soft)).toBeLessThan(Infinity);
});

test("black and white pixels have no floor, grey ones that of a coin", () => {
  const quarter = -0.25 * Math.log(0.25) - 0.75 * Math.log(0.75);
  expect(greyFloor(pictures)).toBeCloseTo((Math.LN2 + quarter) / 2, 12);
  const byHand = (overBits(greys[0]!, greys[0]!) + overBits(greys[1]!, greys[1]!)) / 2;
  expect(greyFloor(pictures)).toBeCloseTo(byHand, 12);
});

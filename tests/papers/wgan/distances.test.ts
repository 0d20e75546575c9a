/** The four distances of heaps and of lines: the note's worked numbers, the exact matching, finite differences. */
import { expect, test } from "vitest";
import {
  distancesOfHeaps,
  distancesOfLines,
  planOnLine,
} from "../../../src/papers/wgan/distances.ts";
import { earthMoverDistance } from "../../../src/papers/wgan/earth-mover.ts";

const DATA = [0.5, 0, 0, 0, 0.5];

test("the example by hand: W is 3/2, and 1 once the mass at 2 is at 3; the others stay", () => {
  const before = distancesOfHeaps(DATA, [0, 0.5, 0.5, 0, 0]);
  const after = distancesOfHeaps(DATA, [0, 0.5, 0, 0.5, 0]);
  expect([before.W, after.W]).toEqual([1.5, 1]);
  for (const { JS, TV, KL } of [before, after]) {
    expect(JS).toBeCloseTo(Math.LN2, 12);
    expect(TV).toBe(1);
    expect(KL).toBe(Infinity);
  }
});

test("where the model covers the data KL is finite: ½ and ½ against quarters", () => {
  const { W, JS, TV, KL } = distancesOfHeaps([0, 0.5, 0.5, 0, 0], [0, 0.25, 0.25, 0.25, 0.25]);
  expect(KL).toBeCloseTo(Math.LN2, 12);
  expect([W, TV]).toEqual([1, 0.5]);
  // Twice ½ (½ log 4/3 + ¼ log 2/3) + ½ (½ log 2) for what only the model has.
  expect(JS).toBeCloseTo(0.5 * Math.log(4 / 3) + 0.25 * Math.log(2 / 3) + 0.25 * Math.LN2, 12);
});

/** Eighths as points of equal weight in the plane. */
const asPoints = (eighths: readonly number[]): Float32Array =>
  Float32Array.from(
    eighths.flatMap((count, i) => Array.from({ length: count }, () => [i, 0]).flat()),
  );

test.each([
  [
    [4, 0, 0, 0, 4],
    [0, 4, 4, 0, 0],
  ],
  [
    [1, 3, 0, 2, 2],
    [2, 0, 5, 1, 0],
  ],
  [
    [0, 0, 0, 0, 8],
    [3, 1, 1, 3, 0],
  ],
])("%j to %j: the plan leaves and fills all, and costs what the exact matching costs", (p, q) => {
  const [data, model] = [p, q].map((all) => all.map((count) => count / 8)) as [number[], number[]];
  const gamma = planOnLine(data, model);
  const exact = earthMoverDistance(asPoints(p), asPoints(q));
  const sum = (of: (i: number, j: number) => number): number =>
    gamma.reduce((total, mass, k) => total + mass * of(Math.floor(k / 5), k % 5), 0);
  expect(sum((i, j) => Math.abs(i - j))).toBeCloseTo(exact, 6);
  expect(distancesOfHeaps(data, model).W).toBeCloseTo(exact, 6);
  for (const k of data.keys()) {
    expect(sum((i) => Number(i === k))).toBeCloseTo(data[k]!, 6);
    expect(sum((_, j) => Number(j === k))).toBeCloseTo(model[k]!, 6);
  }
});

test("thin lines: W grows with slope 1, the others jump", () => {
  expect(distancesOfLines(-0.6, 0)).toEqual({
    at: { W: 0.6, JS: Math.LN2, TV: 1, KL: Infinity },
    slope: { W: -1, JS: 0, TV: 0, KL: 0 },
  });
  expect(distancesOfLines(0, 0).at).toEqual({ W: 0, JS: 0, TV: 0, KL: 0 });
});

// By another integration, in double precision: N(0, σ²) against N(θ, σ²), nats.
test.each([
  [0.1, 0.1, 0.1114214821858282],
  [0.3, 0.1, 0.5267773065188401],
  [1, 0.5, 0.33683082034328515],
])("thick lines, θ = %d and σ = %d: JS is %d", (theta, sigma, JS) => {
  expect(distancesOfLines(theta, sigma).at.JS).toBeCloseTo(JS, 4);
});

test.each([
  [0.3, 0.1],
  [-0.2, 0.15],
  [0.9, 0.4],
])("slopes at θ = %d, deviation %d: as finite differences say", (theta, sigma) => {
  const h = 1e-4;
  const [after, before] = [theta + h, theta - h].map((at) => distancesOfLines(at, sigma).at);
  const { slope } = distancesOfLines(theta, sigma);
  for (const name of ["W", "JS", "TV", "KL"] as const)
    expect(slope[name], name).toBeCloseTo((after![name] - before![name]) / (2 * h), 3);
});

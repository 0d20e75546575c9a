import fc from "fast-check";
import { expect, test } from "vitest";
import { earthMoverDistance } from "../../../src/papers/wgan/earth-mover.ts";
import reference from "../../fixtures/wgan-reference.json" with { type: "json" };

const flat = (points: readonly (readonly number[])[]): Float32Array =>
  Float32Array.from(points.flat());
const coordinate = fc.float({ min: -4, max: 4, noNaN: true });
const cloud = (n: number): fc.Arbitrary<Float32Array> =>
  fc.array(coordinate, { minLength: 2 * n, maxLength: 2 * n }).map((xs) => Float32Array.from(xs));
const twoClouds = fc.integer({ min: 1, max: 7 }).chain((n) => fc.tuple(cloud(n), cloud(n)));

/** All permutations tried: the definition, for small n. */
function byTrial(x: Float32Array, y: Float32Array): number {
  const n = x.length / 2;
  const used = Array.from<boolean>({ length: n }).fill(false);
  const least = (i: number): number => {
    if (i === n) return 0;
    let best = Number.POSITIVE_INFINITY;
    for (let j = 0; j < n; j++) {
      if (used[j]) continue;
      used[j] = true;
      const length = Math.hypot(x[2 * i]! - y[2 * j]!, x[2 * i + 1]! - y[2 * j + 1]!);
      best = Math.min(best, length + least(i + 1));
      used[j] = false;
    }
    return best;
  };
  return least(0) / n;
}

test("the reference value, found there by trying all 7! matchings", () => {
  const { x, y, em } = reference.exact_em;
  expect(earthMoverDistance(flat(x), flat(y))).toBeCloseTo(em, 6);
});

test("equals the best of all matchings on small batches", () => {
  fc.assert(
    fc.property(twoClouds, ([x, y]) => {
      expect(earthMoverDistance(x, y)).toBeCloseTo(byTrial(x, y), 9);
    }),
    { numRuns: 200 },
  );
});

test("by hand: halves at 0 and 4 against halves at 1 and 2 on a line cost 3/2", () => {
  expect(
    earthMoverDistance(
      flat([
        [0, 0],
        [4, 0],
      ]),
      flat([
        [1, 0],
        [2, 0],
      ]),
    ),
  ).toBe(1.5);
});

test("parallel lines (Example 1): a shift by θ costs |θ|", () => {
  const line = (theta: number): Float32Array =>
    flat(Array.from({ length: 64 }, (_, i) => [theta, i / 64]));
  for (const theta of [-1.5, 0.25, 3]) {
    expect(earthMoverDistance(line(0), line(theta))).toBeCloseTo(Math.abs(theta), 6);
  }
});

test("on a line it is the mean difference of sorted values", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 60 }),
      (pairs) => {
        const x = Float32Array.from(pairs.flatMap(([a]) => [a, 0]));
        const y = Float32Array.from(pairs.flatMap(([, b]) => [b, 0]));
        const [a, b] = [x, y].map((points) =>
          [...points].filter((_, i) => i % 2 === 0).sort((p, q) => p - q),
        );
        const expected =
          a!.reduce((sum, value, i) => sum + Math.abs(value - b![i]!), 0) / pairs.length;
        expect(earthMoverDistance(x, y)).toBeCloseTo(expected, 5);
      },
    ),
  );
});

test("a metric: zero on itself in any order, symmetric, triangle inequality", () => {
  const three = fc
    .integer({ min: 1, max: 24 })
    .chain((n) => fc.tuple(cloud(n), cloud(n), cloud(n)));
  fc.assert(
    fc.property(three, ([x, y, z]) => {
      const reversed = Float32Array.from(x, (_, i) => x[x.length - 2 - i + 2 * (i % 2)]!);
      expect(earthMoverDistance(x, reversed)).toBeCloseTo(0, 6);
      const [xy, yx] = [earthMoverDistance(x, y), earthMoverDistance(y, x)];
      expect(xy).toBeCloseTo(yx, 9);
      expect(xy).toBeLessThanOrEqual(earthMoverDistance(x, z) + earthMoverDistance(z, y) + 1e-9);
    }),
  );
});

test("batches of different size are refused, points that are not finite give NaN", () => {
  expect(() =>
    earthMoverDistance(
      flat([[0, 0]]),
      flat([
        [0, 0],
        [1, 1],
      ]),
    ),
  ).toThrow("same size");
  expect(() => earthMoverDistance(flat([]), flat([]))).toThrow("same size");
  expect(earthMoverDistance(flat([[0, Number.NaN]]), flat([[0, 0]]))).toBeNaN();
});

import { expect, test } from "vitest";
import { fieldRange, levels, type Field } from "../../src/ui/level-field.ts";

const plane = (
  f: (x: number, y: number) => number,
  scale: Field["scale"] = "diverging",
): Field => ({
  label: "f",
  columns: 5,
  rows: 3,
  scale,
  values: Float32Array.from({ length: 15 }, (_, i) => f(i % 5, Math.floor(i / 5))),
});
/** x and y of every vertex of a path. */
const vertices = (path: string): [number, number][] =>
  [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

test("the zero line of x − 2 on five columns runs through the middle", () => {
  const { zero } = levels(
    plane((x) => x - 2),
    400,
    200,
  )!;
  const inside = vertices(zero).filter(([x, y]) => x < 400 && y > 0 && y < 200);
  expect(inside.length).toBeGreaterThan(0);
  for (const [x] of inside) expect(x).toBe(200);
});

test("row 0 is at the bottom: high values of y lie at the top of the picture", () => {
  const { regions } = levels(
    plane((_, y) => y - 1),
    400,
    200,
  )!;
  const top = vertices(regions.at(-1)!);
  for (const [, y] of top) expect(y).toBeLessThan(100);
});

test("a diverging scale is symmetric, a sequential one is not", () => {
  expect(fieldRange(plane((x) => x - 1))).toEqual([-3, 3]);
  expect(fieldRange(plane((x) => x - 1, "sequential"))).toEqual([-1, 3]);
  expect(
    levels(
      plane((x) => x, "sequential"),
      4,
      2,
    )!.zero,
  ).toBe("");
});

test("a constant field has no levels, one that is not finite cannot be drawn", () => {
  expect(
    levels(
      plane(() => 0),
      4,
      2,
    ),
  ).toEqual({ regions: [], zero: "" });
  expect(
    levels(
      plane(() => 5, "sequential"),
      4,
      2,
    )!.regions,
  ).toEqual([]);
  expect(
    levels(
      plane((x) => (x === 1 ? Number.NaN : 0)),
      4,
      2,
    ),
  ).toBeNull();
});

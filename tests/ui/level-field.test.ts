import { expect, test } from "vitest";
import { FLAT, fieldRange, levels, spreadOf, type Field } from "../../src/ui/level-field.ts";

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
/** x and y of every vertex of a path of rings. */
const vertices = (path: string): [number, number][] =>
  path
    .split("z")
    .filter(Boolean)
    .flatMap((ring) => {
      const [x, y, ...steps] = ring.match(/-?\d+/g)!.map(Number);
      const places: [number, number][] = [[x!, y!]];
      for (let i = 0; i + 1 < steps.length; i += 2) {
        const [x0, y0] = places.at(-1)!;
        places.push([x0 + steps[i]!, y0 + steps[i + 1]!]);
      }
      return places;
    });

test("the zero line of x − 2 on five columns runs through the middle", () => {
  const { zero } = levels(
    plane((x) => x - 2),
    400,
    200,
  )!;
  const inside = vertices(zero).filter(([x]) => x < 400);
  expect(inside.length).toBe(2);
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
  ).toEqual({ regions: [], zero: "", names: [] });
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

test("on a scale that was wider before, the same value has the same border", () => {
  const field = plane((x) => x - 2);
  expect(levels(field, 400, 200, [-20, 20])!.zero).toBe(levels(field, 400, 200)!.zero);
  // Of borders at −16, −12, … only that at 0 is met.
  const met = levels(field, 400, 200, [-20, 20])!.regions.filter((region) => region !== "");
  expect(new Set(met.map((region) => vertices(region).length)).size).toBeLessThanOrEqual(2);
});

test("a field that hardly differs is flat, whatever its scale", () => {
  const faint = plane((x) => x * FLAT * 0.2);
  expect(spreadOf(faint)).toBeLessThan(FLAT);
  expect(levels(faint, 4, 2)!.regions).toEqual([]);
  expect(
    levels(
      plane((x) => x * FLAT),
      4,
      2,
    )!.regions,
  ).not.toEqual([]);
});

test("borders are named where they cross a column, inside, and apart from one another", () => {
  const { names } = levels(
    plane((_, y) => y - 1),
    400,
    1000,
  )!;
  expect(names.length).toBeGreaterThan(4);
  for (const { x, y, level } of names) {
    expect([36, 200]).toContain(x);
    expect(y).toBeGreaterThan(120);
    expect(y).toBeLessThan(820);
    // Here height says the value: −1 at the bottom, 1 at the top.
    expect(level).toBeCloseTo(1 - y / 500, 5);
  }
});

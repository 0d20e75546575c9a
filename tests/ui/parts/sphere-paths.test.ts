import { expect, test } from "vitest";
import { classMark } from "../../../src/ui/parts/class-marks.ts";
import {
  graticule,
  markPaths,
  nearestPoint,
  placePoints,
} from "../../../src/ui/parts/sphere-paths.ts";

const points = {
  shape: [4, 3],
  data: Float32Array.of(1, 0, 0, -1, 0, 0, 0, 1, 0, NaN, 0, 0),
};
const front = { east: 0, north: 0 };

test("far points are drawn before near ones; one that is not finite is left out", () => {
  const places = placePoints(points, front, "globe");
  expect(places[3]).toBeNull();
  const paths = markPaths(places, [0, 0, 1, 0]);
  expect(paths.map(({ depth }) => depth)).toEqual([0, 2, 3]);
  expect(paths.map(({ classIndex }) => classIndex)).toEqual([0, 1, 0]);
});

test("only points on the near side are read, and only within reach", () => {
  const places = placePoints(points, front, "globe");
  expect(nearestPoint(places, 163, 160, 10)).toBe(0);
  expect(nearestPoint(places, 180, 160, 10)).toBe(-1);
  const behind = placePoints(points, { east: Math.PI, north: 0 }, "globe");
  expect(nearestPoint(behind, 160, 160, 10)).toBe(1);
});

test("twenty classes have marks of their own, and the first ten differ without colour", () => {
  const marks = Array.from({ length: 20 }, (_, k) => classMark(k));
  const form = ({ kind, path }: (typeof marks)[number]): string => `${kind} ${path(30)}`;
  expect(new Set(marks.slice(0, 10).map(form)).size).toBe(10);
  expect(new Set(marks.map((mark) => `${mark.tone} ${form(mark)}`)).size).toBe(20);
});

test("no line of the graticule crosses the map to its other edge", () => {
  for (const east of [0, 1.3, 4]) {
    const { near, far } = graticule({ east, north: 0.6 }, "map");
    expect(far).toBe("");
    const lengths = [...near.matchAll(/l([\d.-]+) ([\d.-]+)/g)].map(([, x, y]) =>
      Math.hypot(Number(x), Number(y)),
    );
    expect(lengths.length).toBeGreaterThan(100);
    expect(Math.max(...lengths)).toBeLessThan(600);
  }
});

import { expect, test } from "vitest";
import {
  facing,
  facingInWords,
  facingMost,
  HEIGHTS,
  lookedAt,
  placedBy,
  RADIUS,
  WIDTH,
} from "../../../src/ui/parts/sphere-view.ts";

const front = { east: 0, north: 0 };
const unit = (east: number, north: number) =>
  [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)] as const;

test("the point that is faced is in the middle, north up, east to the right, the other side behind", () => {
  const view = { east: 0.7, north: -0.3 };
  const look = lookedAt(view);
  expect(look(...unit(0.7, -0.3)).near).toBeCloseTo(1, 12);
  const globe = (east: number, north: number) => placedBy.globe(look(...unit(east, north)));
  expect(globe(0.7, -0.3)).toMatchObject({ x: WIDTH / 2, y: HEIGHTS.globe / 2 });
  expect(globe(0.9, -0.3).x).toBeGreaterThan(WIDTH / 2);
  expect(globe(0.7, 0).y).toBeLessThan(HEIGHTS.globe / 2);
  expect(globe(0.7 + Math.PI, 0.3).near).toBeCloseTo(-1, 12);
});

test("the map shows the whole sphere in an ellipse, and equal parts equally large", () => {
  const place = (east: number, north: number) =>
    placedBy.map(lookedAt(front)(...unit(east, north)));
  expect(place(Math.PI - 1e-9, 0).x).toBeCloseTo(WIDTH / 2 + RADIUS, 4);
  expect(place(0, Math.PI / 2).y).toBeCloseTo(HEIGHTS.map / 2 - RADIUS / 2, 4);
  /** Of a small square of the sphere on the map, over its own area. */
  const scale = (east: number, north: number): number => {
    const d = 1e-4;
    const [at, right, up] = [place(east, north), place(east + d, north), place(east, north + d)];
    const area = (right.x - at.x) * (at.y - up.y) - (up.x - at.x) * (at.y - right.y);
    return area / (d * d * Math.cos(north));
  };
  const middle = scale(0, 0);
  for (const [east, north] of [
    [1, 0.5],
    [-2.5, -0.9],
    [3, 1.2],
  ] as const)
    expect(scale(east, north) / middle).toBeCloseTo(1, 2);
});

test("a point is faced by the shorter way round", () => {
  expect(facing(...unit(3, 0.2), { east: -3, north: 0 }).east).toBeCloseTo(3 - 2 * Math.PI, 12);
  expect(facing(0, 0, 1, { east: 1.5, north: 0 })).toEqual({ east: 1.5, north: Math.PI / 2 });
});

test("a view in words", () => {
  const turns = (180 / Math.PI) ** -1;
  expect(facingInWords({ east: 400 * turns, north: -10 * turns })).toBe("40° east, 10° south");
  expect(facingInWords({ east: -30 * turns, north: 90 * turns })).toBe("30° west, 90° north");
});

test("a sphere begins with its fuller side in front, and askew where there is none", () => {
  const [x, y, z] = unit(2.5, 0.4);
  const points = (...rows: number[][]) => ({
    shape: [rows.length, 3],
    data: Float32Array.from(rows.flat()),
  });
  const most = facingMost(points([x, y, z], [x, y, z], [0, 0, 1]));
  const near = (view: typeof most) => lookedAt(view)(x, y, z).near;
  expect(near(most)).toBeGreaterThan(0.8);
  expect(near(most)).toBeGreaterThan(near(front) + 0.5);
  const askew = facingMost(points([0, 0, 1], [0, 0, -1]));
  expect(askew).toEqual(facingMost(points([1, 0, 0], [-1, 0, 0])));
  expect(Math.abs(askew.north)).toBeGreaterThan(0.1);
  expect(facingMost(points([NaN, 0, 0]))).toEqual(askew);
});

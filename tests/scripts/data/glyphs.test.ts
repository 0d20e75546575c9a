/** From outlines to strokes, on outlines made here. */
import { expect, test } from "vitest";
import { strokesOf } from "../../../scripts/data/glyphs/character-strokes.ts";
import { worthHaving } from "../../../scripts/data/glyphs/doubles.ts";
import { filled, type OutlineCommand } from "../../../scripts/data/glyphs/outline-bitmap.ts";
import { packGlyphs } from "../../../scripts/data/glyphs/pack-glyphs.ts";
import type { Path } from "../../../scripts/data/glyphs/skeleton-paths.ts";
import { WRITING_SYSTEMS } from "../../../scripts/data/glyphs/writing-systems.ts";
import { glyphsIn } from "../../../src/data/glyphs.ts";

type Corner = readonly [x: number, y: number];

/** An outline along straight lines, clockwise; backwards it is a hole. */
function polygon(...points: readonly Corner[]): OutlineCommand[] {
  const [[x, y], ...others] = points as readonly [Corner, ...Corner[]];
  return [
    { type: "M", x, y },
    ...others.map(([toX, toY]): OutlineCommand => ({ type: "L", x: toX, y: toY })),
    { type: "Z" },
  ];
}
const box = (left: number, top: number, right: number, bottom: number): OutlineCommand[] =>
  polygon([left, top], [right, top], [right, bottom], [left, bottom]);
const hole = (left: number, top: number, right: number, bottom: number): OutlineCommand[] =>
  polygon([left, top], [left, bottom], [right, bottom], [right, top]);

const upright = box(37, 0, 43, 80);
const level = box(0, 37, 80, 43);
const ends = (path: Path): number[][] => [path[0]!, path.at(-1)!].map(([x, y]) => [x, y]);

test("an outline is filled where it winds around, and not in its holes", () => {
  const ink = (commands: OutlineCommand[]): number =>
    filled(commands)!.ink.reduce((sum, each) => sum + each, 0);
  expect(ink(box(0, 0, 10, 20))).toBe(200);
  expect(ink([...box(0, 0, 10, 20), ...box(5, 0, 15, 20)])).toBe(300);
  expect(ink([...box(0, 0, 20, 20), ...hole(5, 5, 15, 15)])).toBe(300);
  // Half a pixel counts, less does not.
  expect(ink(box(0, 0, 10.5, 10))).toBe(110);
  expect(ink(box(0, 0, 10.4, 10))).toBe(100);
  const circle: OutlineCommand[] = [
    { type: "M", x: 20, y: 0 },
    { type: "C", x1: 31.05, y1: 0, x2: 40, y2: 8.95, x: 40, y: 20 },
    { type: "C", x1: 40, y1: 31.05, x2: 31.05, y2: 40, x: 20, y: 40 },
    { type: "C", x1: 8.95, y1: 40, x2: 0, y2: 31.05, x: 0, y: 20 },
    { type: "C", x1: 0, y1: 8.95, x2: 8.95, y2: 0, x: 20, y: 0 },
  ];
  expect(Math.abs(ink(circle) / (Math.PI * 400) - 1)).toBeLessThan(0.01);
  expect(filled([])).toBeNull();
});

test("a bar becomes one stroke of two points", () => {
  const [stroke, ...others] = strokesOf(upright)!;
  expect(others).toEqual([]);
  expect(stroke).toHaveLength(2);
  expect(ends(stroke!).map(([, y]) => Math.abs(y!))).toEqual([0.5, 0.5]);
});

test("two bars that cross become two strokes that go on through the crossing", () => {
  const strokes = strokesOf([...upright, ...level])!;
  expect(strokes).toHaveLength(2);
  for (const stroke of strokes) {
    const [[ax, ay], [bx, by]] = ends(stroke) as [[number, number], [number, number]];
    expect(Math.max(Math.abs(ax - bx), Math.abs(ay - by))).toBeGreaterThan(0.9);
    expect(Math.min(Math.abs(ax - bx), Math.abs(ay - by))).toBeLessThan(0.05);
  }
});

test("a corner is one stroke, a bar that ends at another is a second one", () => {
  const corner = polygon([0, 0], [6, 0], [6, 74], [60, 74], [60, 80], [0, 80]);
  expect(strokesOf(corner)).toHaveLength(1);
  expect(strokesOf([...upright, ...box(0, 0, 80, 6)])).toHaveLength(2);
});

test("through a junction a stroke goes on where it bends by less than 50 degrees", () => {
  const arm = (degrees: number): OutlineCommand[] => {
    const [x, y] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    return polygon(
      [2 * y, -2 * x],
      [60 * x + 2 * y, 60 * y - 2 * x],
      [60 * x - 2 * y, 60 * y + 2 * x],
      [-2 * y, 2 * x],
    );
  };
  const arms = (...all: number[]): number => strokesOf(all.flatMap(arm))!.length;
  expect(arms(0, 145, 250)).toBe(2);
  expect(arms(30, 150, 270)).toBe(3);
});

test("a ring is one stroke that comes back, a dot is a stroke too", () => {
  const [ring, ...others] = strokesOf([...box(0, 0, 60, 60), ...hole(6, 6, 54, 54)])!;
  expect(others).toEqual([]);
  const [[ax, ay], [bx, by]] = ends(ring!) as [[number, number], [number, number]];
  expect(Math.hypot(ax - bx, ay - by)).toBeLessThan(0.1);
  expect(strokesOf([...upright, ...box(37, 100, 43, 106)])).toHaveLength(2);
  expect(strokesOf(box(0, 0, 4, 4))).toBeNull();
});

const shapes = {
  cross: strokesOf([...upright, ...level])!,
  again: strokesOf([...box(37, 0, 44, 80), ...box(0, 36, 80, 42)])!,
  bar: strokesOf(upright)!,
  ring: strokesOf([...box(0, 0, 60, 60), ...hole(6, 6, 54, 54)])!,
};

test("straight lines and what looks like one before are left out", () => {
  const { cross, again, bar, ring } = shapes;
  expect(worthHaving([bar, cross, again, ring, cross])).toEqual([1, 3]);
});

test("what is packed comes back within half of a 255th", () => {
  const [latin, , greek] = WRITING_SYSTEMS;
  const content = packGlyphs([
    { system: latin!, code: 65, strokes: shapes.cross },
    { system: greek!, code: 0x3b1, strokes: shapes.ring },
  ]);
  const { alphabets, codes, strokes } = glyphsIn(content);
  expect(codes).toEqual([65, 0x3b1]);
  expect(alphabets).toEqual([
    { name: latin!.name, split: "train", first: 0, count: 1 },
    { name: greek!.name, split: "train", first: 1, count: 1 },
  ]);
  const errors = [shapes.cross, shapes.ring].flatMap((character, c) =>
    character.flatMap((stroke, s) =>
      stroke.flat().map((place, i) => Math.abs(place - strokes[c]![s]![i]!)),
    ),
  );
  expect(Math.max(...errors)).toBeLessThanOrEqual(0.5 / 255 + 1e-12);
});

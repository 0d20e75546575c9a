/**
 * Points and lines of a sphere as path data, drawn anew every frame while it turns: few paths for many points, in whole numbers,
 * which are text sooner than fractions are.
 */
import type { Numbers } from "./stage-box.ts";
import { classMark, type ClassMark } from "./class-marks.ts";
import { lookedAt, placedBy, type Facing, type Placed, type Projection } from "./sphere-view.ts";

/** Depths that are told apart, by size and strength; the first is farthest. */
export const DEPTHS = 4;
/** Units of path data in a unit of the view. */
export const FINE = 10;
export const fine = (x: number): number => Math.round(FINE * x);
/** Radius of a mark, in units of the view, at the back and in front. */
const RADII = [2.2, 3.6] as const;

export interface MarkPath {
  readonly depth: number;
  readonly classIndex: number;
  readonly d: string;
}

const depthOf = (near: number): number =>
  Math.min(DEPTHS - 1, Math.max(0, Math.floor(((near + 1) / 2) * DEPTHS)));

/** Places of points `[n, 3]`. One that is not finite has no place. */
export function placePoints(
  { shape, data }: Numbers,
  view: Facing,
  projection: Projection,
): (Placed | null)[] {
  const look = lookedAt(view);
  const place = placedBy[projection];
  return Array.from({ length: shape[0]! }, (_, i) => {
    const seen = look(data[3 * i]!, data[3 * i + 1]!, data[3 * i + 2]!);
    return Number.isFinite(seen.near + seen.up + seen.right) ? place(seen) : null;
  });
}

/** Marks by depth, the farthest first, so many times as large as usual. */
export function markPaths(
  places: readonly (Placed | null)[],
  classes?: ArrayLike<number>,
  markOf: (k: number) => Pick<ClassMark, "path"> = classMark,
  enlarged = 1,
): MarkPath[] {
  const paths = new Map<number, MarkPath & { d: string }>();
  const marks = new Map<number, string>();
  for (const [i, place] of places.entries()) {
    if (!place) continue;
    const depth = depthOf(place.near);
    const classIndex = classes?.[i] ?? 0;
    const key = depth + DEPTHS * (classIndex + 1);
    const radius = RADII[0] + ((RADII[1] - RADII[0]) * depth) / (DEPTHS - 1);
    const mark = marks.get(key) ?? markOf(classIndex).path(fine(enlarged * radius));
    marks.set(key, mark);
    const path = paths.get(key) ?? { depth, classIndex, d: "" };
    path.d += `M${fine(place.x)} ${fine(place.y)}${mark}`;
    paths.set(key, path);
  }
  return [...paths.values()].sort((a, b) => a.depth - b.depth || a.classIndex - b.classIndex);
}

const DEGREE = Math.PI / 180;
/** Between lines of the graticule, and between the points of a line. */
const GAP = 30 * DEGREE;
const PIECE = 7.5 * DEGREE;

const LINES: readonly (readonly [x: number, y: number, z: number])[][] = [
  ...Array.from({ length: 12 }, (_, k) =>
    Array.from({ length: 17 }, (__, i) => onSphere(k * GAP, (i - 8) * PIECE)),
  ),
  ...Array.from({ length: 5 }, (_, k) =>
    Array.from({ length: 49 }, (__, i) => onSphere(i * PIECE, (k - 2) * GAP)),
  ),
];

function onSphere(east: number, north: number): [number, number, number] {
  return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)];
}

/** Longer pieces are none: there a line leaves the map on one side and comes back on the other. */
const LONGEST = 60;

/** Circles of equal longitude and latitude, on the side towards the reader and on the other. */
export function graticule(view: Facing, projection: Projection): { near: string; far: string } {
  const look = lookedAt(view);
  const place = placedBy[projection];
  const paths = { near: "", far: "" };
  for (const line of LINES) {
    let last: Placed | null = null;
    let drawn: keyof typeof paths | null = null;
    for (const [x, y, z] of line) {
      const next = place(look(x, y, z));
      const side = next.near >= 0 ? "near" : "far";
      if (last && Math.hypot(next.x - last.x, next.y - last.y) < LONGEST) {
        if (drawn !== side) paths[side] += `M${fine(last.x)} ${fine(last.y)}`;
        // By differences: short numbers, and alike where lines mirror one another.
        paths[side] += `l${fine(next.x) - fine(last.x)} ${fine(next.y) - fine(last.y)}`;
        drawn = side;
      } else drawn = null;
      last = next;
    }
  }
  return paths;
}

/** The point nearest to a place, of those on the side of the reader; -1 without one within reach. */
export function nearestPoint(
  places: readonly (Placed | null)[],
  x: number,
  y: number,
  reach: number,
): number {
  let best = -1;
  let least = reach;
  for (const [i, place] of places.entries()) {
    if (!place || place.near < 0) continue;
    const distance = Math.hypot(place.x - x, place.y - y);
    if (distance < least) [best, least] = [i, distance];
  }
  return best;
}

/** Which characters are worth having: no single straight lines, and none that looks like one before it. */
import type { Path, Point } from "./skeleton-paths.ts";

/** Distance of points along strokes; the box has a longest side of 1, here and below. */
const STEP = 0.03;
/** A single stroke in a box narrower than this is a straight line. */
const NARROW = 0.06;
/** Two characters are one where their points lie so near to each other's, on average and nearly all. Ours, set by eye. */
const [MEAN_GAP, MOST_GAP, NEARLY_ALL] = [0.02806, 0.085, 0.97];
/** Characters before it that are most like it at a glance, of which each is compared. */
const CANDIDATES = 25;
const CELLS = 10;

interface Seen {
  readonly points: readonly Point[];
  /** Its picture in a few blurred cells, of length 1. */
  readonly glance: Float64Array;
}

/** The places of those that stay, of characters as `strokesOf` gives them. */
export function worthHaving(characters: readonly (readonly Path[])[]): number[] {
  const kept: Seen[] = [];
  return [...characters.keys()].filter((i) => {
    const strokes = characters[i]!;
    const points = strokes.flatMap((stroke) => pointsAlong(stroke));
    if (strokes.length === 1 && narrowest(points) < NARROW) return false;
    const seen = { points, glance: glanceOf(points) };
    const similar = kept
      .map((other) => ({ other, likeness: dot(other.glance, seen.glance) }))
      .toSorted((a, b) => b.likeness - a.likeness)
      .slice(0, CANDIDATES);
    if (similar.some(({ other }) => alike(points, other.points))) return false;
    kept.push(seen);
    return true;
  });
}

/** Points at even distances of at most STEP, both ends included. */
function pointsAlong(path: Path): Point[] {
  const ends = path.slice(1).map(([x, y], i) => Math.hypot(x - path[i]![0], y - path[i]![1]));
  const total = ends.reduce((sum, length) => sum + length, 0);
  const count = Math.max(2, Math.ceil(total / STEP) + 1);
  let [piece, before] = [0, 0];
  return Array.from({ length: count }, (_, i) => {
    const along = (total * i) / (count - 1);
    while (piece < ends.length - 1 && before + ends[piece]! < along) before += ends[piece++]!;
    const [[ax, ay], [bx, by]] = [path[piece]!, path[piece + 1]!];
    const t = ends[piece]! > 0 ? Math.min(1, (along - before) / ends[piece]!) : 0;
    return [ax + t * (bx - ax), ay + t * (by - ay)] as const;
  });
}

function narrowest(points: readonly Point[]): number {
  const sides = [0, 1].map((axis) => {
    const places = points.map((point) => point[axis]!);
    return Math.max(...places) - Math.min(...places);
  });
  return Math.min(...sides);
}

function glanceOf(points: readonly Point[]): Float64Array {
  const cells = new Float64Array(CELLS * CELLS);
  const cell = (place: number): number =>
    Math.min(CELLS - 1, Math.max(0, Math.floor((place + 0.5) * CELLS)));
  for (const [x, y] of points) cells[cell(y) * CELLS + cell(x)] = 1;
  const blurred = blurredOnce(blurredOnce(cells, 1), CELLS);
  const length = Math.sqrt(dot(blurred, blurred));
  return blurred.map((value) => value / length);
}

/** By a Gaussian of one cell along the axis whose cells lie `step` apart; at the border the picture is mirrored. */
function blurredOnce(cells: Float64Array, step: number): Float64Array {
  return cells.map((_, at) => {
    const place = Math.floor(at / step) % CELLS;
    let [sum, total] = [0, 0];
    for (let d = -4; d <= 4; d++) {
      const weight = Math.exp(-d * d * 0.5);
      const there = place + d;
      const mirrored = there < 0 ? -1 - there : there >= CELLS ? 2 * CELLS - 1 - there : there;
      sum += weight * cells[at + (mirrored - place) * step]!;
      total += weight;
    }
    return sum / total;
  });
}

const dot = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, x, i) => sum + x * b[i]!, 0);

function alike(a: readonly Point[], b: readonly Point[]): boolean {
  const [there, back] = [gaps(a, b), gaps(b, a)];
  const mean = (meanOf(there) + meanOf(back)) / 2;
  return mean < MEAN_GAP && Math.max(quantile(there), quantile(back)) < MOST_GAP;
}

/** From each point of `a` to the nearest of `b`, in rising order. */
const gaps = (a: readonly Point[], b: readonly Point[]): number[] =>
  a
    .map(([x, y]) => {
      let nearest = Infinity;
      for (const [bx, by] of b)
        nearest = Math.min(nearest, (x - bx) * (x - bx) + (y - by) * (y - by));
      return Math.sqrt(nearest);
    })
    .toSorted((p, q) => p - q);

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** What NEARLY_ALL of the values, in rising order, are not above. */
function quantile(values: readonly number[]): number {
  const place = NEARLY_ALL * (values.length - 1);
  const low = Math.floor(place);
  const high = Math.min(low + 1, values.length - 1);
  return values[low]! + (place - low) * (values[high]! - values[low]!);
}

/** From the paths of a skeleton to what a pen would draw: no spurs, and on through junctions where the direction stays. */
import type { Path, Point } from "./skeleton-paths.ts";

/** Directions that differ by less are one stroke. Ours. */
const BEND = Math.cos((50 * Math.PI) / 180);
/** Points that a path's direction at its end is taken over. */
const REACH = 8;
/** Steps between pixels of one junction, at most. */
const GAP = 2;

export function lengthOf(path: Path): number {
  let sum = 0;
  for (let i = 1; i < path.length; i++)
    sum += Math.hypot(path[i]![0] - path[i - 1]![0], path[i]![1] - path[i - 1]![1]);
  return sum;
}

const same = (a: Point, b: Point): boolean => a[0] === b[0] && a[1] === b[1];
export const isRing = (path: Path): boolean => path.length > 1 && same(path[0]!, path.at(-1)!);

/** Without paths from a junction to a free end that are shorter than `length`: thinning leaves them at corners. */
export function pruned(paths: readonly Path[], length: number): Path[] {
  let kept = [...paths];
  for (let round = 0; round < 3; round++) {
    const meeting = new Map<string, number>();
    for (const path of kept) {
      for (const end of [path[0]!, path.at(-1)!])
        meeting.set(end.join(), (meeting.get(end.join()) ?? 0) + 1);
    }
    const longer = kept.filter((path) => {
      const [a, b] = [path[0]!, path.at(-1)!].map((end) => meeting.get(end.join())!) as [
        number,
        number,
      ];
      const isSpur = Math.min(a, b) === 1 && Math.max(a, b) >= 3;
      return path.length === 1 || isRing(path) || lengthOf(path) >= length || !isSpur;
    });
    if (longer.length === kept.length) break;
    kept = longer;
  }
  return kept;
}

/** Unit vector in which the path leaves at its end. */
function leaving(path: Path): Point {
  const [from, to] = [path[Math.max(0, path.length - 1 - REACH)]!, path.at(-1)!];
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const size = Math.hypot(dx, dy) || 1;
  return [dx / size, dy / size];
}

interface Joint {
  readonly straightness: number;
  readonly first: number;
  readonly second: number;
  readonly joined: Path;
}

/** Joins the two ends that go on most nearly straight, again and again. */
export function joined(paths: readonly Path[]): Path[] {
  let left = [...paths];
  for (let best = straightest(left); best; best = straightest(left)) {
    const { first, second, joined: whole } = best;
    left = [...left.filter((_, i) => i !== first && i !== second), whole];
  }
  return left;
}

function straightest(paths: readonly Path[]): Joint | null {
  // Each path both ways round, so that it is its last point that counts.
  const ends = paths.flatMap((path, of) =>
    path.length > 1 && !isRing(path)
      ? [path.toReversed(), path].map((way) => ({ of, way, direction: leaving(way) }))
      : [],
  );
  let best: Joint | null = null;
  for (const [i, a] of ends.entries()) {
    for (const b of ends.slice(i + 1)) {
      if (a.of === b.of) continue;
      const [p, q] = [a.way.at(-1)!, b.way.at(-1)!];
      if (Math.abs(p[0] - q[0]) + Math.abs(p[1] - q[1]) > GAP) continue;
      const straightness = -(a.direction[0] * b.direction[0] + a.direction[1] * b.direction[1]);
      if (straightness <= (best?.straightness ?? BEND)) continue;
      const whole = [...a.way, ...b.way.toReversed()];
      best = { straightness, first: a.of, second: b.of, joined: whole };
    }
  }
  return best;
}

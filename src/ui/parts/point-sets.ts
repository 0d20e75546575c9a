/** Sets of points, `[n, 2]`, and what a reader does to them. */
import type { Numbers, Place } from "./stage-box.ts";

export const countOf = ({ shape }: Numbers): number => shape[0]!;

export const pointAt = ({ data }: Numbers, i: number): Place => [data[2 * i]!, data[2 * i + 1]!];

export function moved({ shape, data }: Numbers, i: number, place: Place): Numbers {
  const next = data.slice();
  next.set(place, 2 * i);
  return { shape, data: next };
}

/** With one more, which is the last. */
export const added = (points: Numbers, place: Place): Numbers => ({
  shape: [countOf(points) + 1, 2],
  data: Float32Array.of(...points.data, ...place),
});

export const removed = (points: Numbers, i: number): Numbers => ({
  shape: [countOf(points) - 1, 2],
  data: points.data.filter((_, k) => k >> 1 !== i),
});

/** The point nearest to a place and no further than `reach`, or null. */
export function nearest(places: readonly Place[], [x, y]: Place, reach: number): number | null {
  let found: number | null = null;
  let least = reach;
  for (const [i, [px, py]] of places.entries()) {
    const distance = Math.hypot(px - x, py - y);
    if (distance > least) continue;
    [found, least] = [i, distance];
  }
  return found;
}

/** How many modes a batch of made points reaches. */
import type { Skeleton } from "./points.ts";

/** A mode counts with at least this share of the points ... */
const LEAST_SHARE = 0.01;
/** ... within this many standard deviations of the skeleton. */
const REACH = 3;

/**
 * Modes that hold at least 1 % of the points within three standard deviations: a criterion of the mode-collapse literature,
 * not of the WGAN paper, which measures no coverage.
 *
 * @param points [n, 2] row-major
 */
export function modesCovered(points: Float32Array, skeleton: Skeleton): number {
  const counts = new Int32Array(skeleton.modes);
  const reach = (REACH * skeleton.sigma) ** 2;
  for (let i = 0; i < points.length; i += 2) {
    let nearest = -1;
    let least = reach;
    for (let k = 0; k < skeleton.modeOf.length; k++) {
      const dx = points[i]! - skeleton.places[2 * k]!;
      const dy = points[i + 1]! - skeleton.places[2 * k + 1]!;
      const distance = dx * dx + dy * dy;
      if (distance <= least) {
        least = distance;
        nearest = k;
      }
    }
    if (nearest >= 0) counts[skeleton.modeOf[nearest]!]! += 1;
  }
  const needed = (LEAST_SHARE * points.length) / 2;
  return counts.filter((count) => count >= needed).length;
}

/**
 * The same criterion for a picture: of each place its coordinates, the radius that counts as reached, and how many of so many points
 * it needs there, [k, 4].
 */
export const criterion = ({ places, sigma }: Skeleton, points: number): number[] =>
  Array.from({ length: places.length / 2 }, (_, k) => [
    places[2 * k]!,
    places[2 * k + 1]!,
    REACH * sigma,
    LEAST_SHARE * points,
  ]).flat();

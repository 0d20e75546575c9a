/** Where the classes of points on a sphere lie, if they lie together. */
import type { Numbers } from "./stage-box.ts";

/** Length of the mean of a class's points from which they lie together: 1 if all are one point. */
const TOGETHER = 0.6;

export interface ClassCentres {
  /** On the unit sphere: [m, 3]. */
  readonly points: Numbers;
  readonly names: readonly string[];
}

/** The middles of those classes whose points lie together, and their names: points [n, 3], the class of each, all names. */
export function classCentres(
  { shape, data }: Numbers,
  classes: ArrayLike<number>,
  names: readonly string[],
): ClassCentres {
  const sums = names.map(() => [0, 0, 0, 0] as [number, number, number, number]);
  for (let i = 0; i < shape[0]!; i++) {
    const sum = sums[classes[i]!];
    if (!sum) continue;
    for (let d = 0; d < 3; d++) sum[d]! += data[3 * i + d]!;
    sum[3] += 1;
  }
  const found = sums.flatMap(([x, y, z, n], k) => {
    const length = Math.hypot(x, y, z);
    return length > TOGETHER * n
      ? [{ name: names[k]!, at: [x, y, z].map((sum) => sum / length) }]
      : [];
  });
  return {
    points: { shape: [found.length, 3], data: Float32Array.from(found.flatMap(({ at }) => at)) },
    names: found.map(({ name }) => name),
  };
}

/** Paths of pixels made smooth, and then of few points. */
import { isRing } from "./pen-paths.ts";
import type { Path, Point } from "./skeleton-paths.ts";

/** Standard deviation of the Gaussian, pixels. Ours: it takes the steps of pixels away and leaves corners. */
const SIGMA = 2;
const RADIUS = 4 * SIGMA;
/** How far a path may lie from the points that stay, pixels. */
const TOLERANCE = 0.9;

const WEIGHTS = Array.from({ length: 2 * RADIUS + 1 }, (_, i) =>
  Math.exp(-((i - RADIUS) ** 2) / (2 * SIGMA ** 2)),
);
const TOTAL = WEIGHTS.reduce((sum, weight) => sum + weight, 0);

/** Rings go around; other paths keep their ends. */
export function smoothed(path: Path): Path {
  const n = path.length;
  if (n < 5) return path;
  const ring = isRing(path);
  const place = (i: number): Point =>
    path[ring ? ((i % n) + n) % n : Math.min(n - 1, Math.max(0, i))]!;
  return path.map((point, i): Point => {
    if (!ring && (i === 0 || i === n - 1)) return point;
    let [x, y] = [0, 0];
    for (const [k, weight] of WEIGHTS.entries()) {
      const [px, py] = place(i + k - RADIUS);
      x += weight * px;
      y += weight * py;
    }
    return [x / TOTAL, y / TOTAL];
  });
}

/** The points that matter (Ramer, Douglas and Peucker). */
export function simplified(path: Path): Path {
  if (path.length < 3) return path;
  const [a, b] = [path[0]!, path.at(-1)!];
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const size = Math.hypot(dx, dy);
  let [farthest, distance] = [0, -1];
  for (const [i, [x, y]] of path.entries()) {
    const away =
      size > 1e-9
        ? Math.abs(dx * (y - a[1]) - dy * (x - a[0])) / size
        : Math.hypot(x - a[0], y - a[1]);
    if (away > distance) [farthest, distance] = [i, away];
  }
  if (distance <= TOLERANCE) return [a, b];
  const before = simplified(path.slice(0, farthest + 1));
  return [...before.slice(0, -1), ...simplified(path.slice(farthest))];
}

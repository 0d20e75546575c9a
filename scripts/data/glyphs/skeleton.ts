/** Thins a bitmap to lines of one pixel (Zhang and Suen, "A fast parallel algorithm for thinning digital patterns", 1984). */
import type { Bitmap } from "./outline-bitmap.ts";

/** What is left of the ink: pixels that no step of the algorithm takes away. */
export function thinned({ width, height, ink }: Bitmap): Bitmap {
  const left = Uint8Array.from(ink);
  // The eight around a pixel, clockwise from above.
  const around = [-width, 1 - width, 1, 1 + width, width, width - 1, -1, -1 - width];
  let changed = true;
  while (changed) {
    changed = false;
    for (const pass of [0, 1]) {
      const gone: number[] = [];
      for (let y = 1; y < height - 1; y++) {
        for (let x = 1; x < width - 1; x++) {
          const at = y * width + x;
          if (
            left[at] === 1 &&
            isOuter(
              around.map((step) => left[at + step]!),
              pass,
            )
          )
            gone.push(at);
        }
      }
      for (const at of gone) left[at] = 0;
      changed ||= gone.length > 0;
    }
  }
  return { width, height, ink: left };
}

/** Whether a pixel with these around it lies on the edge that the pass is about, and holds nothing together. */
function isOuter(p: readonly number[], pass: number): boolean {
  const count = p.reduce((sum, each) => sum + each, 0);
  if (count < 2 || count > 6) return false;
  const rises = p.filter((each, i) => each === 0 && p[(i + 1) % 8] === 1).length;
  if (rises !== 1) return false;
  const [north, , east, , south, , west] = p as [number, 0, number, 0, number, 0, number];
  return pass === 0
    ? north * east * south === 0 && east * south * west === 0
    : north * east * west === 0 && north * south * west === 0;
}

/** Twice the median distance from the skeleton to what is no ink, pixels. */
export function strokeWidth(shape: Bitmap, skeleton: Bitmap): number {
  const distances: number[] = [];
  for (const [at, ink] of skeleton.ink.entries()) if (ink) distances.push(toPaper(shape, at));
  distances.sort((a, b) => a - b);
  const middle = distances.length / 2;
  return distances[Math.ceil(middle) - 1]! + distances[Math.floor(middle)]!;
}

/** From a pixel to the nearest that is no ink. */
function toPaper({ width, ink }: Bitmap, at: number): number {
  let nearest = Infinity;
  for (let reach = 1; reach < nearest; reach++) {
    for (let dy = -reach; dy <= reach; dy++) {
      for (let dx = -reach; dx <= reach; dx++) {
        // Beyond the border there is paper, but the ink's margin is nearer.
        if (ink[at + dy * width + dx] === 0) nearest = Math.min(nearest, Math.hypot(dx, dy));
      }
    }
  }
  return nearest;
}

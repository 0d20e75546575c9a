/** Pictures of strokes: ten signs, each drawn a little differently by every key. Made up for the sketches; no data set. */
import { fold, type Key } from "../../../src/math/key.ts";
import { uniformArray } from "../../../src/math/random-arrays.ts";

/** Corners of a line, in a box from (0, 0) at the top left to (1, 1). */
export type Line = readonly (readonly [x: number, y: number])[];

/** A polygon of twelve corners around (x, y). */
const loop = (x: number, y: number, rx: number, ry: number): Line =>
  Array.from({ length: 13 }, (_, i) => {
    const turn = (i / 12) * 2 * Math.PI;
    return [x + rx * Math.sin(turn), y - ry * Math.cos(turn)] as const;
  });

/** The ten digits, roughly. */
export const SIGNS: readonly (readonly Line[])[] = [
  [loop(0.5, 0.5, 0.3, 0.45)],
  [
    [
      [0.3, 0.25],
      [0.55, 0.05],
      [0.55, 0.95],
    ],
  ],
  [
    [
      [0.2, 0.25],
      [0.35, 0.05],
      [0.7, 0.08],
      [0.75, 0.35],
      [0.2, 0.92],
      [0.82, 0.92],
    ],
  ],
  [
    [
      [0.2, 0.08],
      [0.75, 0.08],
      [0.45, 0.42],
      [0.78, 0.62],
      [0.7, 0.9],
      [0.2, 0.92],
    ],
  ],
  [
    [
      [0.65, 0.95],
      [0.65, 0.05],
      [0.15, 0.65],
      [0.85, 0.65],
    ],
  ],
  [
    [
      [0.8, 0.06],
      [0.25, 0.06],
      [0.22, 0.45],
      [0.7, 0.45],
      [0.78, 0.75],
      [0.6, 0.94],
      [0.2, 0.9],
    ],
  ],
  [
    [
      [0.7, 0.05],
      [0.3, 0.45],
      [0.24, 0.7],
    ],
    loop(0.5, 0.7, 0.26, 0.25),
  ],
  [
    [
      [0.15, 0.08],
      [0.85, 0.08],
      [0.4, 0.95],
    ],
  ],
  [loop(0.5, 0.27, 0.22, 0.22), loop(0.5, 0.72, 0.27, 0.23)],
  [
    loop(0.5, 0.3, 0.26, 0.25),
    [
      [0.76, 0.3],
      [0.7, 0.6],
      [0.5, 0.95],
    ],
  ],
];

/** A sign that nobody has seen: a line with random corners. */
export function invented(key: Key): readonly Line[] {
  const at = uniformArray(key, 10);
  return [Array.from({ length: 5 }, (_, i) => [at[2 * i]!, at[2 * i + 1]!] as const)];
}

/** A sign as one pen draws it: turned, stretched and moved by `key`, in pixels of a picture of this side. */
export function penned(sign: readonly Line[], key: Key, side: number): readonly Line[] {
  const [turn, slant, sx, sy, dx, dy] = Array.from(uniformArray(fold(key, "pen"), 6, -1, 1));
  const [cos, sin] = [Math.cos(0.22 * turn!), Math.sin(0.22 * turn!)];
  const [width, height] = [0.66 * side * (1 + 0.15 * sx!), 0.7 * side * (1 + 0.12 * sy!)];
  return sign.map((line) =>
    line.map(([px, py]) => {
      const x = (px - 0.5 + 0.2 * slant! * (0.5 - py)) * width;
      const y = (py - 0.5) * height;
      const middle = (side - 1) / 2;
      return [
        middle + cos * x - sin * y + 0.05 * side * dx!,
        middle + sin * x + cos * y + 0.05 * side * dy!,
      ] as const;
    }),
  );
}

/** Half the width of a pen's line, pixels. */
const PEN = 1.1;

/** The lines as pixels, 1 for ink: [side, side]. */
export function picture(lines: readonly Line[], side: number): Float32Array {
  const pixels = new Float32Array(side * side);
  for (const line of lines) {
    for (let k = 1; k < line.length; k++) {
      const [[ax, ay], [bx, by]] = [line[k - 1]!, line[k]!];
      for (let i = 0; i < pixels.length; i++) {
        const [x, y] = [i % side, Math.floor(i / side)];
        const [ux, uy] = [bx - ax, by - ay];
        const share = ((x - ax) * ux + (y - ay) * uy) / (ux * ux + uy * uy || 1);
        const t = Math.min(1, Math.max(0, share));
        if (Math.hypot(x - ax - t * ux, y - ay - t * uy) <= PEN) pixels[i] = 1;
      }
    }
  }
  return pixels;
}

/** n points along the lines, at even chances of each line’s length, in the box from -1 to 1: [n, 2]. */
export function pointsAlong(sign: readonly Line[], key: Key, n: number): Float32Array {
  const lines = penned(sign, key, 2);
  const parts = lines.flatMap((line) => line.slice(1).map((to, k) => [line[k]!, to] as const));
  const lengths = parts.map(([[ax, ay], [bx, by]]) => Math.hypot(bx - ax, by - ay));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const points = new Float32Array(2 * n);
  for (const [i, u] of uniformArray(fold(key, "along"), n).entries()) {
    let rest = u * total;
    let k = 0;
    while (k < parts.length - 1 && rest > lengths[k]!) rest -= lengths[k++]!;
    const [[ax, ay], [bx, by]] = parts[k]!;
    const t = rest / lengths[k]!;
    points.set([ax + t * (bx - ax) - 0.5, ay + t * (by - ay) - 0.5], 2 * i);
  }
  return points;
}

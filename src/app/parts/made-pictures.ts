/** Pictures for the page of parts, by formula: strokes with soft edges. */
import type { Numbers } from "../../ui/parts/stage-box.ts";

type Point = readonly [x: number, y: number];

const SIDE = 28;
/** Ink at this distance from a stroke's middle, in pixels, and beyond is none. */
const RADIUS = 2;

function distance([x, y]: Point, [x0, y0]: Point, [x1, y1]: Point): number {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const along = ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy || 1);
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(x - x0 - share * dx, y - y0 - share * dy);
}

/** A polyline drawn with a soft pen, `[28, 28]`. */
function stroke(points: readonly Point[]): Float32Array {
  return Float32Array.from({ length: SIDE * SIDE }, (_, k) => {
    const at: Point = [k % SIDE, Math.floor(k / SIDE)];
    const nearest = Math.min(...points.slice(1).map((end, i) => distance(at, points[i]!, end)));
    return Math.min(1, Math.max(0, RADIUS - nearest));
  });
}

const seven: readonly Point[] = [
  [7, 7],
  [20, 7],
  [12, 22],
];

export const digit: Numbers = { shape: [SIDE, SIDE], data: stroke(seven) };

/** Twelve sevens, each turned a little further, `[12, 28, 28]`. */
export const digits: Numbers = {
  shape: [12, SIDE, SIDE],
  data: Float32Array.from(
    Array.from({ length: 12 }, (_, i) => {
      const [cos, sin] = [Math.cos(i / 2), Math.sin(i / 2)];
      return [
        ...stroke(
          seven.map(([x, y]): Point => {
            const [dx, dy] = [x - 13.5, y - 13.5];
            return [13.5 + cos * dx - sin * dy, 13.5 + sin * dx + cos * dy];
          }),
        ),
      ];
    }).flat(),
  ),
};

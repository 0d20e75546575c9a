/** A character of a font as the strokes of a pen. */
import { filled, type OutlineCommand } from "./outline-bitmap.ts";
import { joined, lengthOf, pruned } from "./pen-paths.ts";
import { strokeWidth, thinned } from "./skeleton.ts";
import { traced, type Path } from "./skeleton-paths.ts";
import { simplified, smoothed } from "./smoothed.ts";

/** Pixels that the font's em has when it is drawn. */
export const EM = 112;
/** Pixels of ink that a character has at least. */
const LEAST_INK = 20;
/** A spur is shorter than this many widths of the stroke, or than so many pixels. */
const [SPUR_WIDTHS, SPUR_LEAST] = [1.1, 4];

/** In a box around its middle whose longest side is 1, y down; null where the outline is empty. */
export function strokesOf(outline: readonly OutlineCommand[]): Path[] | null {
  const shape = filled(outline);
  if (!shape || shape.ink.reduce((sum, ink) => sum + ink, 0) < LEAST_INK) return null;
  const skeleton = thinned(shape);
  const spur = Math.max(SPUR_LEAST, SPUR_WIDTHS * strokeWidth(shape, skeleton));
  const paths = joined(pruned(traced(skeleton), spur));
  return boxed(
    paths.map((path): Path => {
      const [[x, y]] = path as [Path[number]];
      // A dot: a pen that hardly moves.
      if (path.length === 1 || lengthOf(path) < 2)
        return [
          [x, y],
          [x + 0.01, y],
        ];
      return simplified(smoothed(path));
    }),
  );
}

function boxed(paths: readonly Path[]): Path[] {
  const [xs, ys] = [0, 1].map((axis) => paths.flat().map((point) => point[axis]!)) as [
    number[],
    number[],
  ];
  const [left, right, top, bottom] = [
    Math.min(...xs),
    Math.max(...xs),
    Math.min(...ys),
    Math.max(...ys),
  ];
  const size = Math.max(right - left, bottom - top, 1e-6);
  return paths.map((path) =>
    path.map(
      ([x, y]) => [(x - (left + right) / 2) / size, (y - (top + bottom) / 2) / size] as const,
    ),
  );
}

/** A picture as SVG paths, which pages hold before there are scripts, and which print and take the page's colours. */
import type { Picture } from "./pixel-scale.ts";

/** Strengths that are told apart, without paper: as many as MNIST's drawings have here; of one of several; and in small. */
export const LEVELS = { full: 15, several: 8, small: 6 } as const;

export interface Runs {
  /** Opacity of the scale's colour. */
  readonly opacity: number;
  /** Of the negative side of a diverging scale. */
  readonly negative: boolean;
  /** Lines along rows, a cell wide, in units of cells, each from the end of the one before; row 0 runs along y = 0. */
  readonly path: string;
}

/** Cells of one level beside one another are one line; paper is left out. */
export function pixelRuns(
  { columns, rows, data }: Picture,
  strength: (v: number) => number,
  levels: number = LEVELS.full,
): Runs[] {
  const paths = new Map<number, [path: string, x: number, y: number]>();
  for (let row = 0; row < rows; row++) {
    let start = 0;
    let level = levelAt(row * columns);
    for (let column = 1; column <= columns; column++) {
      const next = column < columns ? levelAt(row * columns + column) : Number.NaN;
      if (next === level) continue;
      if (level !== 0) {
        // Seen from where the last line ended, places are shorter numbers, and the same ones more often.
        const [path, x, y] = paths.get(level) ?? ["", 0, 0];
        paths.set(level, [`${path}m${start - x} ${row - y}h${column - start}`, column, row]);
      }
      [start, level] = [column, next];
    }
  }
  return [...paths]
    .sort(([a], [b]) => a - b)
    .map(([level, [path]]) => ({
      opacity: Math.round((1000 * Math.abs(level)) / levels) / 1000,
      negative: level < 0,
      path,
    }));

  // What is no number is left as paper.
  function levelAt(i: number): number {
    return Math.round(strength(data[i]!) * levels) || 0;
  }
}

/** Middles of the cells of the negative side, each a line of no length. */
export function holes({ columns, data }: Picture, strength: (v: number) => number): string {
  let path = "";
  for (const [i, value] of data.entries())
    if (strength(value) < 0) path += `M${(i % columns) + 0.35} ${Math.floor(i / columns)}h.3`;
  return path;
}

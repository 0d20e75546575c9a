/** Squares side by side in a band of height 1, in two rows by turns where one row would leave them small. */
import type { Box } from "./stage-box.ts";

/** Share of its room that a square leaves free on each side. */
const MARGIN = 0.06;

export interface Staggered {
  readonly side: number;
  /** Upper edge of the first row and lower edge of the last. */
  readonly edges: readonly [top: number, bottom: number];
  /** Middle of a square from the left. */
  middle(i: number): number;
  /** Edges of a square, with y downwards. */
  box(i: number): Box;
}

/** `above` is the upper edge of the band. */
export function staggered(n: number, width: number, above = 0): Staggered {
  const rows = width / n < 0.5 ? 2 : 1;
  const room = Math.min(1 / rows, rows === 1 ? width / n : (2 * width) / (n + 1));
  const side = room * (1 - 2 * MARGIN);
  // In two rows a square is wider than its column: those at the ends stay within the band.
  const [start, step] =
    rows === 1 ? [width / n / 2, width / n] : [side / 2, (width - side) / (n - 1)];
  const middle = (i: number): number => start + i * step;
  const top = (row: number): number => above + (row + 0.5) / rows - side / 2;
  return {
    side,
    edges: [top(0), top(rows - 1) + side],
    middle,
    box(i) {
      const edge = top(i % rows);
      return [
        [middle(i) - side / 2, middle(i) + side / 2],
        [edge + side, edge],
      ];
    },
  };
}

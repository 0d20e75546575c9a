/** Boxes in data units, and the way between them and shares of a plane on the page. */

/** Two ends in the order of the screen, so `[27, 0]` counts backwards. */
export type Span = readonly [from: number, to: number];

/** x from left to right, y from bottom to top: a picture whose rows count downwards has `[27, 0]` as its y. */
export type Box = readonly [x: Span, y: Span];

export type Place = readonly [x: number, y: number];

/** A dense row-major array, as parameters and outputs are. */
export interface Numbers {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** 0 at the start of a span, 1 at its end. */
export const shareOf = ([from, to]: Span, value: number): number => (value - from) / (to - from);

export const atShare = ([from, to]: Span, share: number): number => from + share * (to - from);

export const lengthOf = ([from, to]: Span): number => Math.abs(to - from);

export const inside = ([from, to]: Span, value: number): number =>
  Math.min(Math.max(from, to), Math.max(Math.min(from, to), value));

/** For attributes of SVG, which take no style sheet. */
export const percent = (share: number): string => `${Math.round(1e4 * share) / 100}%`;

/** The box around the cells of a picture whose pixels have their centres at whole numbers, row 0 at the top. */
export const cellsBox = (columns: number, rows: number): Box => [
  [-0.5, columns - 0.5],
  [rows - 0.5, -0.5],
];

/** From `a` at 0 to `b` at 1. */
export const lerp = (a: Place, b: Place, share: number): Place => [
  a[0] + share * (b[0] - a[0]),
  a[1] + share * (b[1] - a[1]),
];

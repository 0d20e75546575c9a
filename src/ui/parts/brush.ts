/** Ink on a grey picture: how a round tip that moves leaves it. All lengths are in pixels of the picture. */
import type { Picture } from "./pixel-scale.ts";

/** How finely ink is told apart: what a link can carry. */
export type Levels = 2 | 16;

/** Where the tip is; pixel (0, 0) reaches from 0 to 1. */
export interface Tip {
  readonly x: number;
  readonly y: number;
  /** 1 for a hand that presses as usual. */
  readonly pressure: number;
}

export interface Brush {
  /** Of the stroke, where it is half inked. */
  readonly width: number;
  readonly levels: Levels;
  readonly erases: boolean;
}

/**
 * Widths that look like the collections: digits of MNIST on 28 × 28 have 8 to 17 % of ink and soft edges, characters of Omniglot at
 * that size are thin lines of whole pixels.
 */
const WIDTH = { 2: 1.2, 16: 2.6 } as const;
const FULL_SIZE = 28;
/** From no ink to full ink across the edge of a stroke. Two levels have no soft edges. */
const EDGE = 1.1;
/** An eraser is wider than what it erases. */
const ERASER = 2;

export const brushFor = ({ rows }: Picture, levels: Levels, erases: boolean): Brush => ({
  width: WIDTH[levels] * Math.max(1, rows / FULL_SIZE) * (erases ? ERASER : 1),
  levels,
  erases,
});

/** Of full ink, 0 to 1, at a distance from the middle of a stroke. */
function inkAt(distance: number, width: number, levels: Levels): number {
  const radius = width / 2;
  if (levels === 2) return distance <= radius ? 1 : 0;
  const ink = Math.min(1, Math.max(0, (radius + EDGE / 2 - distance) / EDGE));
  return Math.round(ink * (levels - 1)) / (levels - 1);
}

/** Inks, or erases, pixels near a straight line. Going over a pixel again does not darken it. */
export function drawLine({ columns, rows, data }: Picture, from: Tip, to: Tip, brush: Brush): void {
  const { levels, erases } = brush;
  const reach = (brush.width * Math.max(from.pressure, to.pressure)) / 2 + EDGE;
  const [left, right] = cells(from.x, to.x, reach, columns);
  const [top, bottom] = cells(from.y, to.y, reach, rows);
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length2 = dx * dx + dy * dy;
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      const [x, y] = [column + 0.5 - from.x, row + 0.5 - from.y];
      const along = length2 > 0 ? Math.min(1, Math.max(0, (x * dx + y * dy) / length2)) : 0;
      const pressure = from.pressure + along * (to.pressure - from.pressure);
      const distance = Math.hypot(x - along * dx, y - along * dy);
      ink(row * columns + column, inkAt(distance, brush.width * pressure, levels));
    }
  }
  // However thin the brush, a tap leaves something.
  const [column, row] = [Math.floor(to.x), Math.floor(to.y)];
  if (column >= 0 && column < columns && row >= 0 && row < rows) ink(row * columns + column, 1);

  function ink(i: number, amount: number): void {
    data[i] = erases ? Math.min(data[i]!, 1 - amount) : Math.max(data[i]!, amount);
  }
}

function cells(a: number, b: number, reach: number, size: number): [number, number] {
  const first = Math.max(0, Math.floor(Math.min(a, b) - reach));
  return [first, Math.min(size - 1, Math.floor(Math.max(a, b) + reach))];
}

/** Of the share of the way between two tips. */
export const between = (a: Tip, b: Tip, share = 0.5): Tip => ({
  x: a.x + share * (b.x - a.x),
  y: a.y + share * (b.y - a.y),
  pressure: a.pressure + share * (b.pressure - a.pressure),
});

/** Longest straight piece of a curve, pixels. */
const PIECE = 0.5;

/** A quadratic curve from one tip to another that bends towards a third. */
export function drawCurve(picture: Picture, from: Tip, over: Tip, to: Tip, brush: Brush): void {
  const length =
    Math.hypot(over.x - from.x, over.y - from.y) + Math.hypot(to.x - over.x, to.y - over.y);
  const pieces = Math.max(1, Math.ceil(length / PIECE));
  let last = from;
  for (let k = 1; k <= pieces; k++) {
    const share = k / pieces;
    const next = between(between(from, over, share), between(over, to, share), share);
    drawLine(picture, last, next, brush);
    last = next;
  }
}

/** Mean of a picture as a whole percentage. */
export const inkOf = ({ data }: Picture): number =>
  Math.round((100 * data.reduce((sum, ink) => sum + ink, 0)) / data.length);

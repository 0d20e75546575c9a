/** A drawing turned, moved and thickened by hand, which stays one of ink and paper. The note's own. */
import { cosTurn, sinTurn } from "../../math/portable-math.ts";

export interface Handling {
  /** Degrees, clockwise, about the middle of its ink. */
  readonly turn: number;
  /** Pixels to the right and down. */
  readonly right: number;
  readonly down: number;
  /** Pixels by which ink grows on every side. */
  readonly thick: number;
}

type Place = readonly [column: number, row: number];

/**
 * Bits [side, side] to bits: a pixel is ink where the place that its middle came from is at most `thick` away from a pixel of
 * ink, taken as a square. What leaves the paper is lost. Handled by nothing it is the same, bit for bit.
 */
export function handled(
  bits: Float32Array,
  side: number,
  { turn, right, down, thick }: Handling,
): Float32Array {
  const ink: Place[] = [];
  bits.forEach((bit, i) => bit > 0 && ink.push([i % side, Math.floor(i / side)]));
  const [x0, y0] = [middleOf(ink, 0), middleOf(ink, 1)];
  const [cos, sin] = [cosTurn(turn / 360), sinTurn(turn / 360)];
  return bits.map((_, i) => {
    const [dx, dy] = [(i % side) - right - x0, Math.floor(i / side) - down - y0];
    const [x, y] = [x0 + cos * dx + sin * dy, y0 - sin * dx + cos * dy];
    for (const [column, row] of ink) {
      const across = beyond(x - column);
      const along = beyond(y - row);
      if (across * across + along * along <= thick * thick) return 1;
    }
    return 0;
  });
}

/** Of the box around it. */
function middleOf(ink: readonly Place[], axis: 0 | 1): number {
  const places = ink.map((place) => place[axis]);
  return ink.length === 0 ? 0 : (Math.min(...places) + Math.max(...places)) / 2;
}

/** How far a place lies beyond a pixel's edge, from its middle. */
const beyond = (d: number): number => Math.max(0, Math.abs(d) - 0.5);

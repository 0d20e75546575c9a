/** Arrows of a vector field at points: how long each is drawn. */
import { quantileSorted, tickStep } from "d3-array";
import type { Numbers, Place } from "./stage-box.ts";

export interface Arrow {
  readonly from: Place;
  readonly to: Place;
  /** It is longer than it is drawn. */
  readonly cut: boolean;
}

/** The share of arrows that keep their whole length. */
const WHOLE = 0.9;

/**
 * The magnitude that is drawn at full length: a round number at or above nine in ten of the field's. 1 where there is nothing to
 * compare.
 *
 * @param vectors `[n, 2]`
 */
export function fullMagnitude({ data }: Numbers): number {
  const sizes = Array.from({ length: data.length / 2 }, (_, i) =>
    Math.hypot(data[2 * i]!, data[2 * i + 1]!),
  )
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const wanted = quantileSorted(sizes, WHOLE) ?? 0;
  if (!(wanted > 0)) return 1;
  const step = tickStep(0, wanted, 2);
  return Number((Math.ceil(wanted / step) * step).toPrecision(12));
}

/**
 * @param at `[n, 2]`, where they start
 * @param vectors `[n, 2]`
 * @param full the magnitude of an arrow of length `longest`; greater ones are as long, and cut
 * @param longest in data units
 */
export function fieldArrows(at: Numbers, vectors: Numbers, full: number, longest: number): Arrow[] {
  const arrows: Arrow[] = [];
  for (let i = 0; i < at.data.length / 2; i++) {
    const from: Place = [at.data[2 * i]!, at.data[2 * i + 1]!];
    const [dx, dy] = [vectors.data[2 * i]!, vectors.data[2 * i + 1]!];
    const size = Math.hypot(dx, dy);
    if (!Number.isFinite(size)) continue;
    const scale = longest / Math.max(full, size);
    arrows.push({ from, to: [from[0] + scale * dx, from[1] + scale * dy], cut: size > full });
  }
  return arrows;
}

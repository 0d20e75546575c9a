/** From the numbers of a picture to how strongly each of its cells is painted. */
import type { Numbers, Span } from "./stage-box.ts";

/**
 * `ink`: from paper to ink. `sequential`: from paper to one hue. `diverging`: two hues that meet at zero; negative cells have a
 * hole, so that their sign is seen without colour.
 */
export type PixelScale = "ink" | "sequential" | "diverging";

export interface Picture {
  readonly columns: number;
  readonly rows: number;
  /** Row-major; row 0 lies at the top. */
  readonly data: Float32Array;
}

/** One picture of several `[n, rows, columns]`, or the only one, `[rows, columns]`. */
export function pictureAt({ shape, data }: Numbers, index = 0): Picture {
  const [rows, columns] = shape.slice(-2) as [number, number];
  const size = rows * columns;
  return { columns, rows, data: data.subarray(index * size, (index + 1) * size) };
}

/** Smallest range that holds all finite values and, if given, an earlier range; null where there is nothing. */
export function rangeOf(data: Float32Array, earlier: Span | null = null): Span | null {
  let [low, high] = earlier ?? [Infinity, -Infinity];
  // By index: an iterator is many times slower, and this runs with every frame.
  for (let i = 0; i < data.length; i++) {
    const value = data[i]!;
    if (value < low && value > -Infinity) low = value;
    if (value > high && value < Infinity) high = value;
  }
  if (earlier && earlier[0] === low && earlier[1] === high) return earlier;
  return low <= high ? [low, high] : null;
}

/** The range that the scale shows: whole ink, or about zero where it diverges. */
export function shownRange(scale: PixelScale, range: Span | null): Span {
  const [low, high] = range ?? [0, 1];
  if (scale !== "diverging") return [low, high];
  const reach = Math.max(Math.abs(low), Math.abs(high));
  return [-reach, reach];
}

/** A range narrower than this share of its values is rounding: it is not painted as if it were contrast. */
const ROUNDING = 1e-6;

/**
 * Strength of a value on a scale: 0 is paper, 1 the full colour, -1 the full colour of the negative side. Values out of range are
 * as strong as the nearest end; NaN stays NaN.
 */
export function strengthOn(scale: PixelScale, range: Span): (value: number) => number {
  const [low, high] = shownRange(scale, range);
  const none = (): number => 0;
  if (scale === "diverging")
    return high > 0 ? (value) => Math.min(1, Math.max(-1, value / high)) : none;
  const flat = !(high - low > ROUNDING * Math.max(Math.abs(low), Math.abs(high)));
  return flat ? none : (value) => Math.min(1, Math.max(0, (value - low) / (high - low)));
}

/** Larger pictures have cells too small for a hole. */
const PIERCED_SIDE = 32;

export const isPierced = (
  { columns, rows }: Pick<Picture, "columns" | "rows">,
  scale: PixelScale,
): boolean => scale === "diverging" && Math.max(columns, rows) <= PIERCED_SIDE;

/** Of which the middle one is the hole. */
const PIERCED = 3;

/** How many pixels of a canvas a cell is wide and high: one, or as many as a hole takes. */
export const sideOf = (picture: Pick<Picture, "columns" | "rows">, scale: PixelScale): number =>
  isPierced(picture, scale) ? PIERCED : 1;

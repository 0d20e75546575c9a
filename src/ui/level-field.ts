/** A scalar on a grid as bands of equal level. */
import { contours } from "d3-contour";
import { ringPath } from "./ring-path.ts";

/** Values at the vertices of a grid that spans the whole plot, edges included. */
export interface Field {
  readonly label: string;
  /** Row-major, `[rows, columns]`; row 0 lies at the bottom (the smallest y), column 0 at the left. */
  readonly values: ArrayLike<number>;
  readonly columns: number;
  readonly rows: number;
  /** `diverging`: two hues that meet at zero, which gets a line. `sequential`: one hue from low to high. */
  readonly scale: "diverging" | "sequential";
}

/** Bands of the colour scale; the style sheet has a class for each. Even, so that zero is a border. */
export const BANDS = 10;

/** A field that differs by less than this, in its own units, is flat: it is not painted as if it were contrast. */
export const FLAT = 1e-3;

export interface LevelName {
  /** In the box of the paths. */
  readonly x: number;
  readonly y: number;
  readonly level: number;
}

export interface Levels {
  /** Path data of the region at or above each border between bands, lowest first; painted over one another. */
  readonly regions: readonly string[];
  /** Border of the region at or above zero; empty where zero has no meaning or is not met. */
  readonly zero: string;
  /** Where borders can be named: they cross one of two columns there, apart from one another. */
  readonly names: readonly LevelName[];
}

/** How far the field goes from its lowest to its highest value. */
export function spreadOf({ values }: Pick<Field, "values">): number {
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    low = Math.min(low, values[i]!);
    high = Math.max(high, values[i]!);
  }
  return high - low;
}

/** The ends of the colour scale, symmetric about zero where it diverges; null where a value is not finite. */
export function fieldRange({ values, scale }: Field): [number, number] | null {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!Number.isFinite(value)) return null;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (scale === "sequential") return [low, high];
  const reach = Math.max(Math.abs(low), Math.abs(high));
  return [-reach, reach];
}

/** Columns in which borders are named, as shares of the width, and the room between names, as a share of the height. */
const NAMED_AT = [0.09, 0.5];
const NAMES_APART = 0.09;
/** Above and below stand other words. */
const NAMED_WITHIN = [0.12, 0.82] as const;

/**
 * Bands of a field as paths in a `width` × `height` box with y downwards; null where it is not finite.
 *
 * @param range the ends of the colour scale
 */
export function levels(
  field: Field,
  width: number,
  height: number,
  range = fieldRange(field),
): Levels | null {
  const { columns, rows } = field;
  const diverging = field.scale === "diverging";
  if (!range || !fieldRange(field)) return null;
  const [low, high] = range;
  if (!(spreadOf(field) >= FLAT)) return { regions: [], zero: "", names: [] };

  // d3 puts the value of column i at i + 0.5 and lets regions that leave the grid end half a cell beyond it.
  const x = (c: number): number => ((c - 0.5) / (columns - 1)) * width;
  const y = (r: number): number => (1 - (r - 0.5) / (rows - 1)) * height;
  const values = field.values as number[];
  const generator = contours().size([columns, rows]);
  const names: LevelName[] = [];
  const nameAt = (level: number, ring: readonly [number, number][]): void => {
    for (const share of NAMED_AT) {
      const at = share * width;
      ring.forEach(([bx, by], i) => {
        const [ax, ay] = ring[i - 1] ?? [bx, by];
        if (ax < at === bx < at) return;
        const across = ay + ((at - ax) / (bx - ax)) * (by - ay);
        const [top, bottom] = NAMED_WITHIN;
        const free = names.every(
          (name) => name.x !== at || Math.abs(name.y - across) >= NAMES_APART * height,
        );
        if (free && across > top * height && across < bottom * height)
          names.push({ x: at, y: across, level });
      });
    }
  };
  const region = (level: number): string => {
    let path = "";
    for (const polygon of generator.contour(values, level).coordinates) {
      for (const grid of polygon) {
        const ring = grid.map(([c, r]): [number, number] => [x(c!), y(r!)]);
        nameAt(level, ring);
        path += ringPath(ring);
      }
    }
    return path;
  };
  const borders = Array.from(
    { length: BANDS - 1 },
    (_, i) => low + ((high - low) * (i + 1)) / BANDS,
  );
  const regions = borders.map(region);
  return { regions, zero: diverging ? regions[BANDS / 2 - 1]! : "", names };
}

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

export interface Levels {
  /** Path data of the region at or above each border between bands, lowest first; painted over one another. */
  readonly regions: readonly string[];
  /** Border of the region at or above zero; empty where zero has no meaning or is not met. */
  readonly zero: string;
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

/** Bands of a field as paths in a `width` × `height` box with y downwards; null where it is not finite. */
export function levels(field: Field, width: number, height: number): Levels | null {
  const { columns, rows } = field;
  const diverging = field.scale === "diverging";
  const bounds = fieldRange(field);
  if (!bounds) return null;
  const [low, high] = bounds;
  if (!(high > low)) return { regions: [], zero: "" };

  // d3 puts the value of column i at i + 0.5 and lets regions that leave the grid end half a cell beyond it.
  const x = (c: number): number => ((c - 0.5) / (columns - 1)) * width;
  const y = (r: number): number => (1 - (r - 0.5) / (rows - 1)) * height;
  const values = field.values as number[];
  const generator = contours().size([columns, rows]);
  const region = (level: number): string => {
    let path = "";
    for (const polygon of generator.contour(values, level).coordinates) {
      for (const ring of polygon) {
        path += ringPath(ring.map(([c, r]) => [x(c!), y(r!)]));
      }
    }
    return path;
  };
  const borders = Array.from(
    { length: BANDS - 1 },
    (_, i) => low + ((high - low) * (i + 1)) / BANDS,
  );
  const regions = borders.map(region);
  return { regions, zero: diverging ? regions[BANDS / 2 - 1]! : "" };
}

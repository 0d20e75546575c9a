/** On which side of each point its label stands, so that it lies on no other. */
import type { Box, Place } from "./stage-box.ts";

/** Above and below there is a second row. */
export type Side = "above" | "below" | "right" | "left" | "high" | "low";
const SIDES: readonly Side[] = ["above", "below", "right", "left", "high", "low"];

/** How a text hangs on each side of a handle. */
export const SIDE_TEXT = {
  above: { dy: "-1.05em", textAnchor: "middle" },
  below: { dy: "1.8em", textAnchor: "middle" },
  right: { dx: 13, dy: "0.34em", textAnchor: "start" },
  left: { dx: -13, dy: "0.34em", textAnchor: "end" },
  high: { dy: "-2.2em", textAnchor: "middle" },
  low: { dy: "2.95em", textAnchor: "middle" },
} as const;

/** Data units: width and height of a label, and from a point to its label and to its own edge. */
export interface LabelSize {
  readonly width: number;
  readonly height: number;
  readonly off: number;
  readonly mark: number;
}

type Bounds = readonly [left: number, bottom: number, right: number, top: number];

function boundsOf(
  [x, y]: Place,
  side: Side,
  { width, height, off }: Omit<LabelSize, "mark">,
): Bounds {
  const half = { x: width / 2, y: height / 2 };
  switch (side) {
    case "above":
      return [x - half.x, y + off, x + half.x, y + off + height];
    case "below":
      return [x - half.x, y - off - height, x + half.x, y - off];
    case "right":
      return [x + off, y - half.y, x + off + width, y + half.y];
    case "left":
      return [x - off - width, y - half.y, x - off, y + half.y];
    case "high":
      return boundsOf([x, y + height], "above", { width, height, off });
    case "low":
      return boundsOf([x, y - height], "below", { width, height, off });
  }
}

const meet = (a: Bounds, b: Bounds): boolean =>
  a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/** Whether any of a line lies within the bounds: it is cut off at one after the other of their edges. */
function crosses([[x0, y0], [x1, y1]]: Line, [left, bottom, right, top]: Bounds): boolean {
  let [from, to] = [0, 1];
  for (const [start, way, low, high] of [
    [x0, x1 - x0, left, right],
    [y0, y1 - y0, bottom, top],
  ] as const) {
    if (way === 0) {
      if (start <= low || start >= high) return false;
      continue;
    }
    const [a, b] = [(low - start) / way, (high - start) / way];
    from = Math.max(from, Math.min(a, b));
    to = Math.min(to, Math.max(a, b));
  }
  return from < to;
}

type Line = readonly [from: Place, to: Place];

/**
 * One side a point, in their order: the first that leaves the box free of meetings, the preferred one before the others; where each
 * meets something, the one that meets least. Lines shall not run through a label either.
 */
export function labelSides(
  points: readonly { readonly at: Place; readonly prefers: Side }[],
  size: LabelSize,
  [[left, right], [bottom, top]]: Box,
  lines: readonly Line[] = [],
): Side[] {
  const marks = points.map(({ at: [x, y] }): Bounds => {
    const { mark } = size;
    return [x - mark, y - mark, x + mark, y + mark];
  });
  const labels: Bounds[] = [];
  return points.map(({ at, prefers }, i) => {
    let best = { side: prefers, bounds: boundsOf(at, prefers, size), meets: Infinity };
    for (const side of [prefers, ...SIDES]) {
      const bounds = boundsOf(at, side, size);
      const others = [...marks.filter((_, k) => k !== i), ...labels];
      const beyond =
        bounds[0] < left || bounds[2] > right || bounds[1] < bottom || bounds[3] > top ? 2 : 0;
      const meets =
        beyond +
        others.filter((other) => meet(bounds, other)).length +
        lines.filter((line) => crosses(line, bounds)).length;
      if (meets < best.meets) best = { side, bounds, meets };
    }
    labels.push(best.bounds);
    return best.side;
  });
}

/** Where the line from one place to another is not. */
export function sideAwayFrom([fromX, fromY]: Place, [x, y]: Place): Side {
  const [dx, dy] = [x - fromX, y - fromY];
  if (Math.abs(dy) > Math.abs(dx)) return dy > 0 ? "above" : "below";
  return Math.abs(dy) < 1 ? "above" : dx > 0 ? "right" : "left";
}

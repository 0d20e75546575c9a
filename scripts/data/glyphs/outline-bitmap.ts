/** An outline filled: which pixels it covers by half or more. */

/** A font's outline, y down, in pixels; as opentype.js gives it. */
export type OutlineCommand =
  | { readonly type: "M"; readonly x: number; readonly y: number }
  | { readonly type: "L"; readonly x: number; readonly y: number }
  | Quadratic
  | Cubic
  | { readonly type: "Z" };

interface Quadratic {
  readonly type: "Q";
  readonly x1: number;
  readonly y1: number;
  readonly x: number;
  readonly y: number;
}

interface Cubic extends Omit<Quadratic, "type"> {
  readonly type: "C";
  readonly x2: number;
  readonly y2: number;
}

/** Rows from the top, a byte a pixel, 1 for ink. No ink touches the border. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly ink: Uint8Array;
}

/** An edge with the direction that it was drawn in: 1 down, -1 up. */
interface Edge {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly winding: 1 | -1;
}

const MARGIN = 3;
/** Lines that stand for a curve. */
const PIECES = 12;
/** Rows that a pixel is cut into; along them coverage is exact. */
const ROWS = 8;

/** Null where there is nothing to fill. */
export function filled(commands: readonly OutlineCommand[]): Bitmap | null {
  const edges = edgesOf(commands);
  if (edges.length === 0) return null;
  const xs = edges.flatMap(({ x0, x1 }) => [x0, x1]);
  const ys = edges.flatMap(({ y0, y1 }) => [y0, y1]);
  const [left, top] = [Math.floor(Math.min(...xs)) - MARGIN, Math.floor(Math.min(...ys)) - MARGIN];
  const width = Math.ceil(Math.max(...xs)) + MARGIN - left;
  const height = Math.ceil(Math.max(...ys)) + MARGIN - top;
  const covered = new Float64Array(width * height);
  for (let row = 0; row < height * ROWS; row++) {
    const y = top + (row + 0.5) / ROWS;
    const line = covered.subarray(Math.floor(row / ROWS) * width).subarray(0, width);
    for (const [from, to] of spans(edges, y)) cover(line, from - left, to - left);
  }
  return { width, height, ink: Uint8Array.from(covered, (share) => (share >= ROWS / 2 ? 1 : 0)) };
}

function edgesOf(commands: readonly OutlineCommand[]): Edge[] {
  const edges: Edge[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const lineTo = (toX: number, toY: number): void => {
    if (toY > y) edges.push({ x0: x, y0: y, x1: toX, y1: toY, winding: 1 });
    if (toY < y) edges.push({ x0: toX, y0: toY, x1: x, y1: y, winding: -1 });
    [x, y] = [toX, toY];
  };
  for (const command of commands) {
    if (command.type === "Z") {
      lineTo(startX, startY);
    } else if (command.type === "M") {
      lineTo(startX, startY);
      [x, y] = [command.x, command.y];
      [startX, startY] = [x, y];
    } else if (command.type === "L") {
      lineTo(command.x, command.y);
    } else {
      const { x1, y1 } = command;
      // A quadratic curve is the cubic with its control point two thirds of the way.
      const [ax, ay, bx, by] =
        command.type === "C"
          ? [x1, y1, command.x2, command.y2]
          : [
              (x + 2 * x1) / 3,
              (y + 2 * y1) / 3,
              (command.x + 2 * x1) / 3,
              (command.y + 2 * y1) / 3,
            ];
      const [fromX, fromY] = [x, y];
      for (let i = 1; i <= PIECES; i++) {
        const t = i / PIECES;
        lineTo(cubic(fromX, ax, bx, command.x, t), cubic(fromY, ay, by, command.y, t));
      }
    }
  }
  lineTo(startX, startY);
  return edges;
}

function cubic(a: number, b: number, c: number, d: number, t: number): number {
  const s = 1 - t;
  return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
}

/** Where the line at this height is inside: where outlines wind around it. */
function spans(edges: readonly Edge[], y: number): [from: number, to: number][] {
  const crossings = edges
    .filter(({ y0, y1 }) => y0 <= y && y < y1)
    .map(({ x0, y0, x1, y1, winding }) => ({ x: x0 + ((y - y0) / (y1 - y0)) * (x1 - x0), winding }))
    .toSorted((a, b) => a.x - b.x);
  const found: [number, number][] = [];
  let around = 0;
  for (const [i, { x, winding }] of crossings.entries()) {
    around += winding;
    const next = crossings[i + 1];
    if (around !== 0 && next) found.push([x, next.x]);
  }
  return found;
}

/** Adds to each pixel of a line how much of it lies between two places. */
function cover(line: Float64Array, from: number, to: number): void {
  for (let i = Math.floor(from); i < to; i++) {
    line[i]! += Math.min(to, i + 1) - Math.max(from, i);
  }
}

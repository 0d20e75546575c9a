/** Repeating along axes and its reverse, summing over them: each is the other's gradient. */
import { gradientRule, runKernel } from "./kernel.ts";
import { axisOf, reshape } from "./shape.ts";
import type { Shape, Tensor } from "./tensor.ts";

/** Which axes a reduction runs over: one, several, or by default all. */
export type Axes = number | readonly number[];

export function axesOf(axes: Axes | undefined, rank: number): number[] {
  if (axes === undefined) return Array.from({ length: rank }, (_, i) => i);
  const list = typeof axes === "number" ? [axes] : axes;
  return list.map((axis) => axisOf(axis, rank)).toSorted((a, b) => a - b);
}

/** The shape with the given axes of length 1. */
export const keptShape = (shape: Shape, axes: readonly number[]): number[] =>
  shape.map((n, i) => (axes.includes(i) ? 1 : n));

/** Sum over axes; `keepDims` leaves them in place with length 1. */
export function sum(x: Tensor, axes?: Axes, keepDims = false): Tensor {
  const axis = axesOf(axes, x.rank);
  return axis.length === 0 ? x : runKernel("Sum", { x }, { axis, keepDims, from: x.shape });
}
gradientRule<{ axis: number[]; from: Shape }>("Sum", [], (dy, _, { axis, from }) => ({
  x: () => broadcastTo(reshape(dy, keptShape(from, axis)), from),
}));

/** x repeated to a shape, by the usual rule: missing leading axes and axes of length 1 repeat. */
export function broadcastTo(x: Tensor, shape: Shape): Tensor {
  if (sameShape(x.shape, shape)) return x;
  const full = [...Array<number>(Math.max(0, shape.length - x.rank)).fill(1), ...x.shape];
  if (full.length !== shape.length || full.some((n, i) => n !== 1 && n !== shape[i])) {
    throw new Error(`Shape [${x.shape}] doesn't repeat to [${shape}].`);
  }
  const reps = full.map((n, i) => shape[i]! / n);
  return runKernel("Tile", { x: reshape(x, full) }, { reps, from: full });
}
gradientRule<{ from: Shape }>("Tile", [], (dy, _, { from }) => ({ x: () => sumTo(dy, from) }));

/** The reverse of `broadcastTo`: sums over the axes along which `shape` would repeat. */
export function sumTo(x: Tensor, shape: Shape): Tensor {
  if (sameShape(x.shape, shape)) return x;
  const lead = x.rank - shape.length;
  const repeated = x.shape.flatMap((n, i) =>
    i < lead || (n !== 1 && shape[i - lead] === 1) ? [i] : [],
  );
  return reshape(sum(x, repeated), shape);
}

const sameShape = (a: Shape, b: Shape): boolean =>
  a.length === b.length && a.every((n, i) => n === b[i]);

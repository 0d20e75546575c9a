/** Kernels that move numbers. All but gather are blocks with strides, see `move` in assembly/move.ts. */
import { slice_util, type TensorInfo } from "@tensorflow/tfjs-core";
import type { Shape } from "../tensor.ts";
import { addressOf, alias, output, sizeOf } from "./heap.ts";
import { launch } from "./launch.ts";
import type { OwnKernels } from "./replace.ts";

/** Axes that `move` takes. */
const AXES = 4;

interface Axis {
  readonly n: number;
  /** Floats from one to the next, in what is read and what is written. */
  readonly from: number;
  readonly to: number;
}

const stridesOf = (shape: Shape): number[] =>
  shape.map((_, i) => shape.slice(i + 1).reduce((product, n) => product * n, 1));

/** Leaves out axes of length 1 and joins neighbours that are walked as one. */
function joined(axes: readonly Axis[]): Axis[] {
  const kept: Axis[] = [];
  for (const axis of axes) {
    if (axis.n === 1) continue;
    const last = kept.at(-1);
    if (last && last.from === axis.n * axis.from && last.to === axis.n * axis.to) {
      kept[kept.length - 1] = { n: last.n * axis.n, from: axis.from, to: axis.to };
    } else kept.push(axis);
  }
  return kept;
}

/** Copies a block; offsets in floats. False, with nothing done, if it has too many axes. */
function move(
  x: TensorInfo,
  out: TensorInfo,
  axes: readonly Axis[],
  offsets = { from: 0, to: 0 },
): boolean {
  const few = joined(axes);
  if (few.length > AXES) return false;
  while (few.length < AXES) few.unshift({ n: 1, from: 0, to: 0 });
  launch(
    "move",
    ...few.map(({ n }) => n),
    addressOf(x) + 4 * offsets.from,
    ...few.map(({ from }) => from),
    addressOf(out) + 4 * offsets.to,
    ...few.map(({ to }) => to),
  );
  return true;
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((total, n, i) => total + n * b[i]!, 0);

/** x repeated along axes to `shape`; null if that takes too many axes. */
export function expanded(x: TensorInfo, shape: Shape): TensorInfo | null {
  const full = [...Array<number>(shape.length - x.shape.length).fill(1), ...x.shape];
  const [from, to] = [stridesOf(full), stridesOf(shape)];
  const out = output(shape);
  const axes = shape.map((n, i) => ({ n, from: full[i] === 1 ? 0 : from[i]!, to: to[i]! }));
  return move(x, out, axes) ? out : null;
}

export const moves: OwnKernels = {
  // The library keeps inputs for gradients by this; its own kernel copies.
  Identity: ({ x }) => alias(x!, x!.shape),
  Cast: ({ x }, { dtype }: { dtype: string }) => (dtype === "float32" ? alias(x!, x!.shape) : null),
  Fill: (_, { shape, value, dtype }: { shape: number[]; value: unknown; dtype?: string }) => {
    if (typeof value !== "number" || (dtype ?? "float32") !== "float32") return null;
    return filled(shape, value);
  },
  ZerosLike: ({ x }) => filled(x!.shape, 0),
  Transpose: ({ x }, { perm }: { perm: number[] }) => {
    const from = stridesOf(x!.shape);
    const shape = perm.map((axis) => x!.shape[axis]!);
    const to = stridesOf(shape);
    const out = output(shape);
    const axes = perm.map((axis, i) => ({ n: shape[i]!, from: from[axis]!, to: to[i]! }));
    return move(x!, out, axes) ? out : null;
  },
  Slice: ({ x }, attributes: { begin: number | number[]; size: number | number[] }) => {
    const [begin, size] = slice_util.parseSliceParams(x!, attributes.begin, attributes.size) as [
      number[],
      number[],
    ];
    const [from, to] = [stridesOf(x!.shape), stridesOf(size)];
    const out = output(size);
    const axes = size.map((n, i) => ({ n, from: from[i]!, to: to[i]! }));
    return move(x!, out, axes, { from: dot(begin, from), to: 0 }) ? out : null;
  },
  PadV2: ({ x }, attributes: { paddings: [number, number][]; constantValue: number }) => {
    const { paddings, constantValue } = attributes;
    const shape = x!.shape.map((n, i) => n + paddings[i]![0] + paddings[i]![1]);
    const [from, to] = [stridesOf(x!.shape), stridesOf(shape)];
    const out = filled(shape, constantValue);
    const axes = x!.shape.map((n, i) => ({ n, from: from[i]!, to: to[i]! }));
    const start = paddings.map(([before]) => before);
    return move(x!, out, axes, { from: 0, to: dot(start, to) }) ? out : null;
  },
  Tile: ({ x }, { reps }: { reps: number[] }) => {
    const shape = x!.shape.map((n, i) => n * reps[i]!);
    const [from, to] = [stridesOf(x!.shape), stridesOf(shape)];
    const out = output(shape);
    const axes = x!.shape.flatMap((n, i) => [
      { n: reps[i]!, from: 0, to: n * to[i]! },
      { n, from: from[i]!, to: to[i]! },
    ]);
    return move(x!, out, axes) ? out : null;
  },
  GatherV2: ({ x, indices }, { axis, batchDims }: { axis: number; batchDims: number }) => {
    if (axis !== 0 || batchDims !== 0 || indices!.shape.length !== 1) return null;
    const [count, rest] = [indices!.shape[0]!, x!.shape.slice(1)];
    const out = output([count, ...rest]);
    const ends = [x!, indices!, out].map(addressOf);
    launch("gatherRows", count, sizeOf(rest), x!.shape[0]!, ...ends);
    return out;
  },
  /** Ours, the gradient of GatherV2: rows of dy added up where they came from, in `shape`. */
  ScatterRows: ({ dy, indices }, { shape }: { shape: number[] }) => scattered(dy!, indices!, shape),
  UnsortedSegmentSum: ({ x, segmentIds }, { numSegments }: { numSegments: number }) =>
    segmentIds!.shape.length === 1
      ? scattered(x!, segmentIds!, [numSegments, ...x!.shape.slice(1)])
      : null,
};

function scattered(dy: TensorInfo, rows: TensorInfo, shape: Shape): TensorInfo {
  const [count, width] = [rows.shape[0]!, sizeOf(shape.slice(1))];
  const out = output(shape);
  const ends = [dy, rows, out].map(addressOf);
  launch("scatterRows", count, width, shape[0]!, ...ends);
  return out;
}

function filled(shape: Shape, value: number): TensorInfo {
  const out = output(shape);
  launch("fill", sizeOf(shape), addressOf(out), value);
  return out;
}

/** Tensors end to end: each is rows of its own width within the rows of the whole. */
export function joinedAlong(parts: readonly TensorInfo[], axis: number): TensorInfo {
  const shape = [...parts[0]!.shape];
  shape[axis] = parts.reduce((total, part) => total + part.shape[axis]!, 0);
  const out = output(shape);
  const rows = sizeOf(shape.slice(0, axis));
  const width = sizeOf(shape.slice(axis));
  let to = 0;
  for (const part of parts) {
    const own = sizeOf(part.shape.slice(axis));
    const axes = [
      { n: rows, from: own, to: width },
      { n: own, from: 1, to: 1 },
    ];
    move(part, out, axes, { from: 0, to });
    to += own;
  }
  return out;
}

/** The block of length n that starts at `start` along an axis. */
export function cutAlong(x: TensorInfo, axis: number, start: number, n: number): TensorInfo {
  const out = output(x.shape.with(axis, n));
  const [rows, inner] = [sizeOf(x.shape.slice(0, axis)), sizeOf(x.shape.slice(axis + 1))];
  const axes = [
    { n: rows, from: x.shape[axis]! * inner, to: n * inner },
    { n: n * inner, from: 1, to: 1 },
  ];
  move(x, out, axes, { from: start * inner, to: 0 });
  return out;
}

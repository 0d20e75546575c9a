/** Operations that move numbers without changing them. */
import { gradientRule, runKernel, runKernels } from "./kernel.ts";
import type { Shape, Tensor } from "./tensor.ts";

/** The axis counted from the front: -1 is the last. */
export function axisOf(axis: number, rank: number): number {
  const index = axis < 0 ? axis + rank : axis;
  if (!Number.isInteger(index) || index < 0 || index >= rank) {
    throw new Error(`A tensor of rank ${rank} has no axis ${axis}.`);
  }
  return index;
}

/** The same numbers in row-major order under another shape; one entry may be -1 and is then worked out. */
export function reshape(x: Tensor, shape: Shape): Tensor {
  return runKernel("Reshape", { x }, { shape: [...shape], from: x.shape });
}
gradientRule<{ from: Shape }>("Reshape", [], (dy, _, { from }) => ({ x: () => reshape(dy, from) }));

/** Axis i of the result is axis `order[i]` of x; without an order, the last two axes change places. */
export function transpose(x: Tensor, order?: readonly number[]): Tensor {
  return runKernel("Transpose", { x }, { perm: order ? [...order] : lastTwoSwapped(x.rank) });
}
gradientRule<{ perm: readonly number[] }>("Transpose", [], (dy, _, { perm }) => ({
  x: () =>
    transpose(
      dy,
      perm.map((_axis, i) => perm.indexOf(i)),
    ),
}));

function lastTwoSwapped(rank: number): number[] {
  if (rank < 2) throw new Error(`transpose needs two axes, and this tensor has rank ${rank}.`);
  const order = Array.from({ length: rank }, (_, i) => i);
  return [...order.slice(0, -2), rank - 1, rank - 2];
}

/** The block of `size` that starts at `begin`, one entry an axis. */
export function slice(x: Tensor, begin: readonly number[], size: readonly number[]): Tensor {
  const inside = x.shape.every(
    (n, i) => begin[i]! >= 0 && size[i]! >= 0 && begin[i]! + size[i]! <= n,
  );
  if (!inside || begin.length !== x.rank || size.length !== x.rank) {
    throw new Error(`Shape [${x.shape}] has no block of size [${size}] at [${begin}].`);
  }
  return runKernel("Slice", { x }, { begin: [...begin], size: [...size], from: x.shape });
}
gradientRule<{ begin: number[]; size: number[]; from: Shape }>(
  "Slice",
  [],
  (dy, _, { begin, size, from }) => ({
    x: () =>
      pad(
        dy,
        from.map((n, i) => [begin[i]!, n - begin[i]! - size[i]!]),
      ),
  }),
);

/** x with zeros around it: `[before, after]` for each axis. */
export function pad(x: Tensor, widths: readonly (readonly [number, number])[]): Tensor {
  return runKernel("PadV2", { x }, { paddings: widths, constantValue: 0, from: x.shape });
}
gradientRule<{ paddings: readonly (readonly [number, number])[]; from: Shape }>(
  "PadV2",
  [],
  (dy, _, { paddings, from }) => ({
    x: () =>
      slice(
        dy,
        paddings.map(([before]) => before),
        from,
      ),
  }),
);

/** Tensors end to end along an axis; their other axes agree. */
export function concat(parts: readonly Tensor[], axis = 0): Tensor {
  const [first] = parts;
  if (!first) throw new Error("concat needs at least one tensor.");
  const along = axisOf(axis, first.rank);
  for (const { shape } of parts) {
    if (shape.length !== first.rank || shape.some((n, i) => i !== along && n !== first.shape[i])) {
      throw new Error(`Shapes [${first.shape}] and [${shape}] can't be joined along axis ${axis}.`);
    }
  }
  // The gradient rule returns one thunk a part, found by position.
  return runKernel("Concat", parts, { axis: along, shapes: parts.map(({ shape }) => shape) });
}
gradientRule<{ axis: number; shapes: readonly Shape[] }>(
  "Concat",
  [],
  (dy, _, { axis, shapes }) => {
    let start = 0;
    return shapes.map((shape) => {
      const begin = shape.map((_n, i) => (i === axis ? start : 0));
      start += shape[axis]!;
      return () => slice(dy, begin, shape);
    });
  },
);

/** Tensors of one shape side by side along a new axis. */
export function stack(parts: readonly Tensor[], axis = 0): Tensor {
  return concat(
    parts.map((part) => {
      const at = axisOf(axis, part.rank + 1);
      return reshape(part, [...part.shape.slice(0, at), 1, ...part.shape.slice(at)]);
    }),
    axis,
  );
}

/** The reverse of `concat`: parts of these sizes, one after the other along an axis, by default the last. */
export function split(x: Tensor, sizes: readonly number[], axis = -1): readonly Tensor[] {
  const along = axisOf(axis, x.rank);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (sizes.length === 0 || !sizes.every((size) => size >= 0) || total !== x.shape[along]) {
    throw new Error(`Shape [${x.shape}] can't be split into [${sizes}] along axis ${axis}.`);
  }
  return runKernels("SplitV", { x }, { numOrSizeSplits: [...sizes], axis: along });
}
// With several results the library hands over the gradients by all.
gradientRule<{ axis: number }>("SplitV", [], (dy, _, { axis }) => ({
  x: () => concat(dy as unknown as readonly Tensor[], axis),
}));

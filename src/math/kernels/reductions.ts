/** Sums, maxima and soft maxima. */
import { util, type TensorInfo } from "@tensorflow/tfjs-core";
import { addressOf, alias, discard, output, sizeOf } from "./heap.ts";
import { launch } from "./launch.ts";
import type { OwnKernels } from "./replace.ts";

/** Reduces one run of neighbouring axes after the other, from the last. */
function reduce(
  name: "sum" | "maxOver",
  x: TensorInfo,
  axes: readonly number[],
  keepDims: boolean,
): TensorInfo {
  const shape = [...x.shape];
  let value = alias(x, x.shape);
  for (let end = shape.length; end > 0;) {
    const isOver = (i: number): boolean => axes.includes(i);
    if (!isOver(end - 1)) {
      end -= 1;
      continue;
    }
    let start = end - 1;
    while (start > 0 && isOver(start - 1)) start -= 1;
    const n = sizeOf(shape.slice(start, end));
    shape.fill(1, start, end);
    const reduced = output(shape);
    const [outer, inner] = [sizeOf(shape.slice(0, start)), sizeOf(shape.slice(end))];
    launch(name, outer, n, inner, addressOf(value), addressOf(reduced));
    discard(value);
    value = reduced;
    end = start;
  }
  if (keepDims) return value;
  return { ...value, shape: x.shape.filter((_, i) => !axes.includes(i)) };
}

export const reductions: OwnKernels = {
  Sum: ({ x }, { axis, keepDims }: { axis: number | number[]; keepDims: boolean }) =>
    reduce("sum", x!, util.parseAxisParam(axis, x!.shape), keepDims),
  Max: ({ x }, attributes: { reductionIndices: number | number[]; keepDims: boolean }) => {
    const axes = util.parseAxisParam(attributes.reductionIndices, x!.shape);
    return reduce("maxOver", x!, axes, attributes.keepDims);
  },
  Softmax: ({ logits }, { dim }: { dim: number }) => {
    const { shape } = logits!;
    if (dim !== -1 && dim !== shape.length - 1) return null;
    const out = output(shape);
    const n = shape.at(-1)!;
    launch("softmax", sizeOf(shape.slice(0, -1)), n, addressOf(logits!), addressOf(out));
    return out;
  },
};

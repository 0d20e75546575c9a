/** Tensors put together and taken apart: the library's own kernels for it copy in JavaScript. */
import { backend_util, util, type TensorInfo } from "@tensorflow/tfjs-core";
import { cutAlong, joinedAlong } from "./moves.ts";
import type { OwnKernels } from "./replace.ts";

export const joints: OwnKernels = {
  Concat: (inputs, { axis }: { axis: number }) =>
    joinedAlong(Object.values(inputs), util.parseAxisParam(axis, inputs[0]!.shape)[0]!),
  Pack: (inputs, { axis }: { axis: number }) => {
    const parts: TensorInfo[] = Object.values(inputs);
    const { shape } = parts[0]!;
    const at = axis < 0 ? axis + shape.length + 1 : axis;
    return joinedAlong(
      parts.map((part) => ({ ...part, shape: part.shape.toSpliced(at, 0, 1) })),
      at,
    );
  },
  Unpack: ({ value }, { axis }: { axis: number }) => {
    const at = util.parseAxisParam(axis, value!.shape)[0]!;
    const shape = value!.shape.toSpliced(at, 1);
    return Array.from({ length: value!.shape[at]! }, (_, i) => ({
      ...cutAlong(value!, at, i, 1),
      shape,
    }));
  },
  SplitV: ({ x }, attributes: { numOrSizeSplits: number | number[]; axis: number }) => {
    const at = util.parseAxisParam(attributes.axis, x!.shape)[0]!;
    let start = 0;
    return backend_util.prepareSplitSize(x!, attributes.numOrSizeSplits, at).map((n) => {
      start += n;
      return cutAlong(x!, at, start - n, n);
    });
  },
};

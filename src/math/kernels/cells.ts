/** Standardising and the gates of an LSTM: ours alone, the library has no such kernels. */
import type { TensorInfo } from "@tensorflow/tfjs-core";
import { addressOf, output, scratch, sizeOf } from "./heap.ts";
import { launch } from "./launch.ts";
import type { OwnKernels } from "./replace.ts";

/** x as [outer, n, inner], standardised over n: its rows, or its columns. */
function blocks({ shape }: TensorInfo, over: "rows" | "columns"): [number, number, number] {
  const last = shape.at(-1)!;
  const rest = sizeOf(shape.slice(0, -1));
  return over === "rows" ? [rest, last, 1] : [1, rest, last];
}

export const cells: OwnKernels = {
  Standardise: ({ x }, { over, eps }: { over: "rows" | "columns"; eps: number }) => {
    const out = output(x!.shape);
    launch("standardise", ...blocks(x!, over), addressOf(x!), eps, addressOf(out), scratch(8));
    return out;
  },
  StandardiseGrad: ({ dy, x }, { over, eps }: { over: "rows" | "columns"; eps: number }) => {
    const out = output(x!.shape);
    const starts = [dy!, x!].map(addressOf);
    launch("standardiseGrad", ...blocks(x!, over), ...starts, eps, addressOf(out), scratch(8));
    return out;
  },
  LstmCell: ({ gates, c }) => {
    const next = [output(c!.shape), output(c!.shape)];
    const [m, n] = c!.shape as [number, number];
    launch("lstm", m, n, ...[gates!, c!, ...next].map(addressOf));
    return next;
  },
  LstmCellGrad: ({ dh, dNext, gates, c }) => {
    const slopes = [output(gates!.shape), output(c!.shape)];
    const [m, n] = c!.shape as [number, number];
    launch("lstmGrad", m, n, ...[dh!, dNext!, gates!, c!, ...slopes].map(addressOf));
    return slopes;
  },
};

/** Standardising and the gates of an LSTM: ours alone, the library has no such kernels. */
import type { TensorInfo } from "@tensorflow/tfjs-core";
import { addressOf, output, scratch, sizeOf } from "./heap.ts";
import { launch } from "./launch.ts";
import type { OwnKernels } from "./replace.ts";

interface Norm {
  readonly over: "rows" | "columns";
  readonly eps: number;
}

/** Length of all axes but the last, and of the last. */
const rowsOf = ({ shape }: TensorInfo): [number, number] => [
  sizeOf(shape.slice(0, -1)),
  shape.at(-1)!,
];

export const cells: OwnKernels = {
  Standardise: ({ x }, { over, eps }: Norm) => {
    const out = output(x!.shape);
    const [m, n] = rowsOf(x!);
    const ends = [addressOf(x!), eps, addressOf(out)] as const;
    if (over === "rows") launch("standardiseRows", m, n, ...ends);
    else launch("standardiseColumns", m, n, ...ends, scratch(2 * n));
    return out;
  },
  StandardiseGrad: ({ dy, x }, { over, eps }: Norm) => {
    const out = output(x!.shape);
    const [m, n] = rowsOf(x!);
    const ends = [addressOf(dy!), addressOf(x!), eps, addressOf(out)] as const;
    if (over === "rows") launch("standardiseRowsGrad", m, n, ...ends);
    else launch("standardiseColumnsGrad", m, n, ...ends, scratch(4 * n));
    return out;
  },
  /** Ours: max(x standardised gain + bias, 0) for x [..., n], gain and bias [n]. */
  BatchNormRelu: ({ x, gain, bias }, { eps }: { eps: number }) => {
    const out = output(x!.shape);
    const [m, n] = rowsOf(x!);
    const starts = [x!, gain!, bias!].map(addressOf);
    launch("batchNormRelu", m, n, ...starts, eps, addressOf(out), scratch(3 * n + 1));
    return out;
  },
  /** The gradients by x, gain and bias. */
  BatchNormReluGrad: ({ dy, x, gain, bias }, { eps }: { eps: number }) => {
    const slopes = [x!, gain!, bias!].map(({ shape }) => output(shape));
    const [m, n] = rowsOf(x!);
    const starts = [dy!, x!, gain!, bias!].map(addressOf);
    launch("batchNormReluGrad", m, n, ...starts, eps, ...slopes.map(addressOf), scratch(5 * n + 1));
    return slopes;
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

/** Matrix products. */
import type { TensorInfo } from "@tensorflow/tfjs-core";
import { addressOf, output, scratch, sizeOf } from "./heap.ts";
import { launch } from "./launch.ts";
import type { OwnKernel, OwnKernels } from "./replace.ts";

interface Flags {
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}

/** Bit of `mode` in assembly/panel.ts. */
const RELU = 1;

function product(
  a: TensorInfo,
  b: TensorInfo,
  { transposeA, transposeB }: Flags,
): TensorInfo | null {
  const [leadA, leadB] = [a.shape.slice(0, -2), b.shape.slice(0, -2)];
  const [batchA, batchB] = [sizeOf(leadA), sizeOf(leadB)];
  if (batchA !== batchB && batchA !== 1 && batchB !== 1) return null;
  const [a0, a1] = a.shape.slice(-2) as [number, number];
  const [b0, b1] = b.shape.slice(-2) as [number, number];
  const [M, K] = transposeA ? [a1, a0] : [a0, a1];
  const [rows, N] = transposeB ? [b1, b0] : [b0, b1];
  if (rows !== K) return null;
  const out = output([...(batchA > batchB || leadB.length === 0 ? leadA : leadB), M, N]);
  const left = [addressOf(a), batchA === 1 ? 0 : M * K, Number(transposeA)] as const;
  const right = [addressOf(b), batchB === 1 ? 0 : K * N, Number(transposeB)] as const;
  const batch = Math.max(batchA, batchB);
  const room = scratch(16 * K + (transposeA ? M * Math.max(K, 4) : 0));
  launch("gemm", batch, M, N, K, ...left, ...right, addressOf(out), 0, 0, room);
  return out;
}

function dense(mode: number): OwnKernel {
  return ({ x, W, b }) => {
    const [m, k] = x!.shape as [number, number];
    const n = W!.shape[1]!;
    const out = output([m, n]);
    const ends = [addressOf(out), addressOf(b!), mode, scratch(16 * k)] as const;
    launch("gemm", 1, m, n, k, addressOf(x!), 0, 0, addressOf(W!), 0, 0, ...ends);
    return out;
  };
}

export const products: OwnKernels = {
  BatchMatMul: ({ a, b }, flags: Flags) => product(a!, b!, flags),
  /** Ours: x W + b for x [m, in], W [in, out], b [out]. */
  Dense: dense(0),
  /** Ours: the same with negative numbers become 0. */
  DenseRelu: dense(RELU),
};

/**
 * Joins what a recorded step computes in two launches where one does. It rests on how a step is recorded: each result has a
 * place of its own (see places.ts), is complete before anything reads it, and never changes.
 */
import type { Call } from "./call.ts";

/** Bits of `mode` in kernels/assembly/panel.ts. */
const MASK = 4;
/** Products of so few columns sum in another order when they mask: kernels/assembly/gemm.ts. */
const FEW = 2;
/** Places of a product's arguments in kernels/assembly/gemm.ts. */
const [BATCH, M, N, TRANS_A, C, BIAS, MODE] = [0, 1, 2, 6, 10, 11, 12] as const;

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Whether a number of these launches may be a place within the range. */
const mentions = (calls: readonly Call[], { start, end }: Range): boolean =>
  calls.some(({ args }) => args.some((value) => value >= start && value < end));

/**
 * The launches with each ReLU's mask applied by the product that its gradient comes from, where nothing else reads that.
 * `kept` are the places that are read after the step.
 */
export function fused(calls: readonly Call[], kept: readonly number[]): Call[] {
  const made = [...calls];
  for (const [at, { name, args }] of calls.entries()) {
    if (name !== "reluGrad") continue;
    const [size, dy, y, out] = args as [number, number, number, number];
    const from = calls.findIndex((call) => call.name === "gemm" && call.args[C] === dy);
    if (from < 0) continue;
    const product = calls[from]!.args;
    const isPlain = product[BATCH] === 1 && !product[TRANS_A] && !product[BIAS] && !product[MODE];
    const isWide = product[N]! > FEW;
    const whole = { start: dy, end: dy + 4 * size };
    const others = [...calls.slice(0, from), ...calls.slice(from + 1, at), ...calls.slice(at + 1)];
    const isSole = !mentions(others, whole) && !kept.some((k) => k >= dy && k < whole.end);
    const isEarlier = mentions(calls.slice(0, from), { start: y, end: y + 1 });
    if (!isPlain || !isWide || product[M]! * product[N]! !== size || !isSole || !isEarlier)
      continue;
    const masking = product.with(C, out).with(BIAS, y).with(MODE, MASK);
    made[from] = { name: "gemm", args: masking };
    made[at] = { name: "", args: [] };
  }
  return made.filter(({ name }) => name !== "");
}

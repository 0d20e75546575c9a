/** Optimisers, one pass over each tensor of weights. */
import { addressOf, output, sizeOf } from "./heap.ts";
import { launch } from "./launch.ts";
import type { OwnKernels } from "./replace.ts";

export const updates: OwnKernels = {
  /** Ours: the next w. `rate` is a scalar, here and below. */
  SgdStep: ({ w, g, rate }) => {
    const out = output(w!.shape);
    launch("sgd", sizeOf(w!.shape), ...[w!, g!, rate!, out].map(addressOf));
    return out;
  },
  /** Ours: the next w and v. */
  RmspropStep: (
    { w, g, v, rate },
    { keep, take, eps }: { keep: number; take: number; eps: number },
  ) => {
    const next = [output(w!.shape), output(w!.shape)];
    const ends = next.map(addressOf);
    launch(
      "rmsprop",
      sizeOf(w!.shape),
      ...[w!, g!, v!, rate!].map(addressOf),
      keep,
      take,
      eps,
      ...ends,
    );
    return next;
  },
  /** Ours: the next w, m and v. `filled1` and `filled2` are scalars. */
  AdamStep: (
    inputs,
    settings: { keep1: number; take1: number; keep2: number; take2: number; eps: number },
  ) => {
    const { w, g, m, v, rate, filled1, filled2 } = inputs;
    const { keep1, take1, keep2, take2, eps } = settings;
    const next = [output(w!.shape), output(w!.shape), output(w!.shape)];
    const starts = [w!, g!, m!, v!, rate!, filled1!, filled2!].map(addressOf);
    const ends = next.map(addressOf);
    launch("adam", sizeOf(w!.shape), ...starts, keep1, take1, keep2, take2, eps, ...ends);
    return next;
  },
};

/**
 * Optimisers, one pass over each tensor of weights. `rate` is a scalar, and so is `bound`, within which the next weights are held if
 * it is given.
 */
import type { TensorInfo } from "@tensorflow/tfjs-core";
import { addressOf, output, sizeOf } from "./heap.ts";
import { launch } from "./launch.ts";
import type { OwnKernels } from "./replace.ts";

/** The address of what may be left out. */
const addressOr0 = (x: TensorInfo | undefined): number => (x ? addressOf(x) : 0);

export const updates: OwnKernels = {
  /** Ours: the next w. */
  SgdStep: ({ w, g, rate, bound }) => {
    const out = output(w!.shape);
    const starts = [w!, g!, rate!].map(addressOf);
    launch("sgd", sizeOf(w!.shape), ...starts, addressOr0(bound), addressOf(out));
    return out;
  },
  /** Ours: the next w and v. */
  RmspropStep: (
    { w, g, v, rate, bound },
    { keep, take, eps }: { keep: number; take: number; eps: number },
  ) => {
    const next = [output(w!.shape), output(w!.shape)];
    const ends = next.map(addressOf);
    launch(
      "rmsprop",
      sizeOf(w!.shape),
      ...[w!, g!, v!, rate!].map(addressOf),
      addressOr0(bound),
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
    const { w, g, m, v, rate, filled1, filled2, bound } = inputs;
    const { keep1, take1, keep2, take2, eps } = settings;
    const next = [output(w!.shape), output(w!.shape), output(w!.shape)];
    const starts = [w!, g!, m!, v!, rate!, filled1!, filled2!].map(addressOf);
    const ends = next.map(addressOf);
    const numbers = [addressOr0(bound), keep1, take1, keep2, take2, eps];
    launch("adam", sizeOf(w!.shape), ...starts, ...numbers, ...ends);
    return next;
  },
};

import { defineProgram } from "../../../engine/program.ts";
import { broadcastTo, sum } from "../../../math/broadcast.ts";
import { clip, div, sigmoid, sqrt, square, sub } from "../../../math/elementwise.ts";
import { fold, type Key } from "../../../math/key.ts";
import { normal } from "../../../math/random.ts";
import { concat, reshape, slice, stack } from "../../../math/shape.ts";
import type { Tensor } from "../../../math/tensor.ts";
import { PIXELS, SIDE, type Weights } from "../first-weights.ts";
import { between, grouped } from "../made-codes.ts";
import { meanOf } from "../mean-of.ts";
import { generate } from "../model.ts";
import { shipped, TRAINED } from "../shipped.ts";
import { frameOf } from "../window.ts";
import { COUNT, demo, LARGEST_LOGIT, MEASURED, PLACES, SHEET, T } from "./demo.ts";

/** Steps that count as late. */
const LATE = 5;

/** Draws of the prior for the digits of a sheet, [T, n, Z]; the five and the two between which codes are mixed are its first. */
const drawsOf = (key: Key, codes: number): Tensor =>
  normal(fold(fold(key, "z"), codes), [T, SHEET, TRAINED.Z]);
const firstOf = (z: Tensor, n: number): Tensor => slice(z, [0, 0, 0], [T, n, TRAINED.Z]);

/** Eqs. (13) to (15) for codes z [T, n, Z]: canvases [n, T + 1, A B], and frames of the write windows [n, T, 4]. */
function drawn(weights: Weights, z: Tensor) {
  const [, n] = z.shape as [number, number, number];
  const steps = generate(weights, TRAINED, z);
  const first = broadcastTo(weights.c0, [n, PIXELS]);
  const frames = steps.map(({ writing }) => frameOf(writing!));
  return {
    canvases: stack([first, ...steps.map(({ canvas }) => canvas)], 1),
    windows: stack(frames, 1),
  };
}

/** Canvases [n, steps, A B] as chances of ink, as logits, or as what each step changed of the chance: [n, steps, 28, 28]. */
function shownAs(look: "chance" | "logit" | "change", canvases: Tensor): Tensor {
  const [n, steps] = canvases.shape as [number, number, number];
  const square28 = (pictures: Tensor): Tensor => reshape(pictures, [n, steps, SIDE, SIDE]);
  if (look === "logit") return square28(clip(canvases, -LARGEST_LOGIT, LARGEST_LOGIT));
  const chances = sigmoid(canvases);
  if (look === "chance") return square28(chances);
  const start = slice(chances, [0, 0, 0], [n, 1, PIXELS]);
  const before = concat([start, slice(chances, [0, 0, 0], [n, steps - 1, PIXELS])], 1);
  return square28(sub(chances, before));
}

/** Canvases of a step and, if there is one, of the step before it. */
function lately(canvases: Tensor, t: number): Tensor {
  const [n] = canvases.shape as [number];
  return slice(canvases, [0, Math.max(0, t - 1), 0], [n, t > 0 ? 2 : 1, PIXELS]);
}

/** The last of each row's pictures [n, steps, 28, 28]: [n, 28, 28]. */
function newest(pictures: Tensor): Tensor {
  const [n, steps] = pictures.shape as [number, number];
  return reshape(slice(pictures, [0, steps - 1, 0, 0], [n, 1, SIDE, SIDE]), [n, SIDE, SIDE]);
}

/** Sum over pixels and pairs k, k + pairs of how much chances of ink [2 · pairs, A B] differ. */
const differences = (chances: Float32Array, pairs: number): number =>
  chances
    .subarray(0, pairs * PIXELS)
    .reduce((total, chance, i) => total + Math.abs(chance - chances[i + pairs * PIXELS]!), 0);

export const program = defineProgram(demo, {
  ...shipped,
  shared: {
    five: (weights: Weights, settings, key) =>
      drawn(weights, grouped(firstOf(drawsOf(key, settings.codes), COUNT), 1, settings)),
    sheet: (weights: Weights, settings, key) =>
      drawn(weights, grouped(drawsOf(key, settings.codes), 1, settings)),
    mixed(weights: Weights, settings, key) {
      const two = firstOf(drawsOf(key, settings.codes), 2);
      const z = grouped(between(two, PLACES, settings.way), 1, settings);
      // Of all ten codes of a digit, beside what the prior's have on average.
      const lengths = div(sqrt(sum(square(z), [0, 2])), Math.sqrt(T * TRAINED.Z));
      return { ...drawn(weights, z), lengths };
    },
    pairs(weights: Weights, spread, key) {
      const z = normal(fold(key, "pairs"), [T, MEASURED, TRAINED.Z]);
      const { windows, canvases } = drawn(weights, grouped(z, MEASURED / 2, spread));
      return { windows, last: sigmoid(slice(canvases, [0, T, 0], [MEASURED, 1, PIXELS])) };
    },
  },
  measure: {
    fixed: true,
    sample: (_, __, ___, { pairs }) => pairs(),
    evaluate({ windows: { data }, last }) {
      const digits = Array.from({ length: MEASURED }, (_, k) => k);
      const steps = Array.from({ length: T }, (_, t) => t);
      const frame = (k: number, t: number) => data.subarray(4 * (k * T + t));
      const sides = (from: number) =>
        digits.flatMap((k) => steps.slice(from).map((t) => frame(k, t)[2]!));
      const move = (k: number, t: number): number => {
        const [from, to] = [frame(k, t - 1), frame(k, t)];
        return Math.hypot(to[0]! - from[0]!, to[1]! - from[1]!);
      };
      const ways = digits.map((k) => steps.slice(1).reduce((way, t) => way + move(k, t), 0));
      return {
        first: meanOf(digits.map((k) => frame(k, 0)[2]!)),
        late: meanOf(sides(T - LATE)),
        way: meanOf(ways),
        apart: differences(last.data, MEASURED / 2) / (MEASURED / 2),
      };
    },
  },
  observe(_, { picture, look, shown }, __, { five, sheet, mixed }) {
    const after = (canvases: Tensor, t: number): Tensor =>
      newest(shownAs(look, lately(canvases, t)));
    const only = <F>(which: typeof picture, way: F): F | null => (picture === which ? way : null);
    return {
      canvases: only("five", () => shownAs(look, five().canvases)),
      windows: only("five", () => five().windows),
      sheet: only("sheet", () => after(sheet().canvases, shown)),
      between: only("between", () => after(mixed().canvases, T)),
      lengths: only("between", () => mixed().lengths),
    };
  },
});

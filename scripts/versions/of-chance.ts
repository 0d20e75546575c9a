/** Distributions, rows that a key draws, and gradients held within a length. */
import { clipByNorm } from "../../src/math/clip-by-norm.ts";
import * as distributions from "../../src/math/distributions.ts";
import { rows } from "../../src/math/rows.ts";
import type { Tensor } from "../../src/math/tensor.ts";
import { leaves } from "../../src/math/tree.ts";
import { given, graded, KEY, positive, type Trials } from "./probe.ts";

const pairOfNormals = () => ({
  q: { mean: given([6, 5], "mean"), logVar: given([6, 5], "logVar") },
  p: { mean: given([5], "other mean"), logVar: given([5], "other logVar") },
});

export const OF_CHANCE: Trials = {
  "clip-by-norm.clipByNorm": () => {
    const grads = { W: given([9, 5], "W"), b: given([5], "b") };
    return [0.5, 50].flatMap((most) => leaves(clipByNorm(grads, most)));
  },
  "distributions.klNormal": () => {
    const pair = pairOfNormals();
    return [
      ...graded(({ q }) => distributions.klNormal(q), pair),
      ...graded(({ q, p }) => distributions.klNormal(q, p), pair),
    ];
  },
  "distributions.sampleNormal": () => {
    const noise = given([6, 5], "noise");
    const { q } = pairOfNormals();
    const bySigma = { mean: q.mean, sigma: positive([6, 5]) };
    return [
      ...graded((normal: typeof q) => distributions.sampleNormal(normal, noise), q),
      ...graded((normal: typeof bySigma) => distributions.sampleNormal(normal, noise), bySigma),
    ];
  },
  "distributions.bernoulliNats": () => {
    const bits = distributions.bernoulli(KEY, positive([6, 5]));
    return graded((logits: Tensor) => distributions.bernoulliNats(logits, bits), given([6, 5]));
  },
  "distributions.bernoulli": () => [distributions.bernoulli(KEY, positive([6, 5]))],
  "rows.rows": () => {
    const table = { data: Uint8Array.from({ length: 60 }, (_, i) => i), shape: [20, 3] };
    return [rows(KEY, table, 7), rows(KEY, { ...table, scale: 1 / 15 }, 7)];
  },
};

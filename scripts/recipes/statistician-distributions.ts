import { keyOf } from "../../src/math/key.ts";
import { read } from "../../src/math/memory.ts";
import { drawSets } from "../../src/papers/neural-statistician/families.ts";
import {
  FAMILIES,
  MEANS,
  VARIANCES,
} from "../../src/papers/neural-statistician/distributions/demo.ts";
import type { Recipe } from "../train/recipe.ts";

const COLLECTION = { families: FAMILIES, means: MEANS, variances: VARIANCES };

export const recipe: Recipe = {
  title: "Neural Statistician of four families of distributions",
  demo: "neural-statistician/distributions",
  settings: { start: "fresh", alpha: "0.003" },
  // The noise of a batch keeps the weights moving at the default rate; smaller ones let them settle.
  changes: [
    { step: 20_000, params: { alpha: "0.001" } },
    { step: 150_000, params: { alpha: "0.0003" } },
    { step: 210_000, params: { alpha: "0.0001" } },
  ],
  seed: 1,
  steps: 240_000,
  precision: "F16",
  batches: 50,
  data: {
    says: "sets of 200 numbers from four families, drawn afresh for each batch",
    sample: () => read(drawSets(keyOf(0), COLLECTION, 20, 200)),
  },
};

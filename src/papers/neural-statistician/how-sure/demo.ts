import type { NDArray } from "../../../contract/array.ts";
import { defineDemo } from "../../../contract/demo.ts";
import { dice, integer, toggle } from "../../../contract/params.ts";
import { points } from "../../../contract/points-param.ts";

/** Where items may lie: whole numbers are values, since a point is so many 65,535ths of it. */
export const ACROSS = [-2, 3] as const;
/** Sizes of sets in the curve. */
export const LARGEST = 16;

const items = (...x: readonly number[]): NDArray => ({
  shape: [x.length, 1],
  data: Float32Array.from(x),
});

export const demo = defineDemo({
  id: "neural-statistician/how-sure",
  title: "The size of a set",
  question: "How sure of its context should a set make you?",
  source: { section: "§3.3", equations: [] },
  main: ["copies", "out", "order", "told"],
  params: {
    copies: integer({
      label: "Copies",
      help: "How often the items are written down.",
      effect: "live",
      fallback: 4,
      min: 1,
      max: 8,
    }),
    out: integer({
      label: "Left out",
      help: "Items dropped from the end of the list; one stays.",
      effect: "live",
      fallback: 0,
      min: 0,
      max: 7,
    }),
    order: dice({
      label: "Order",
      help: "A shuffling of the list; 0 leaves it as it was written.",
      effect: "live",
      below: 100,
    }),
    told: toggle({
      label: "Tell F the size",
      help: "The number of items as one more input of F, as in the paper’s OMNIGLOT experiment.",
      effect: "live",
      fallback: false,
    }),
    trained: integer({
      label: "Trained on sets of",
      help: "Size of all training sets: the size for which F gives the exact answer.",
      effect: "live",
      fallback: 2,
      min: 1,
      max: 200,
    }),
    x: points({
      label: "Items",
      symbol: "x_s",
      help: "The set before it is copied, shuffled and cut.",
      effect: "live",
      most: 4,
      box: [ACROSS],
      fallback: "mZnMzA",
      inView: true,
    }),
  },
  measures: {
    S: { label: "size of the set", symbol: "S", help: "Items that count." },
    v1: { label: "v, first", symbol: "v_1", help: "Mean of the items." },
    v2: { label: "v, second", help: "Mean of their squares." },
    mean: { label: "exact mean", help: "Of the context, given the set." },
    variance: { label: "exact variance", help: "Of the context, given the set." },
    qMean: { label: "mean from v", symbol: "\\mu_c", help: "What F makes of v." },
    qVariance: { label: "variance from v", help: "What F makes of v." },
    lost: { label: "bound lost", help: "KL(q(c|D) ‖ p(c|D)), in nats." },
  },
  outputs: {
    D: { label: "the list: number of each item", shape: "[n]" },
    variances: { label: "variance against size: exact, and from v", shape: "[2, s]" },
  },
  presets: {
    fourTimes: {
      label: "Four times",
      says: "Four times over, the mean is that of 1, 2 still, and so is F’s answer; the exact one is surer, and elsewhere.",
      values: {},
    },
    twice: {
      label: "Twice",
      says: "F’s answer is that of 1, 2 still. The more evidence, the more the mean forgets.",
      values: { copies: 2 },
    },
    pair: {
      label: "1, 2",
      says: "Sets of two, as in training: F gives the exact answer.",
      values: { copies: 1 },
    },
    told: {
      label: "Size told",
      says: "With v and the number of items F can be exact again.",
      values: { told: true },
    },
    alone: {
      label: "One, as of 200",
      says: "A network trained on sets of 200 sees a single point.",
      values: { x: items(2), copies: 1, trained: 200 },
    },
  },
});

import { points } from "../../../contract/points-param.ts";
import type { NDArray } from "../../../contract/array.ts";
import { defineDemo } from "../../../contract/demo.ts";
import { choice, number } from "../../../contract/params.ts";

/** Whole numbers are values of a set of points in this box: a point is so many 65,535ths of it. */
const BOX = [
  [-8, 7],
  [-8, 7],
] as const;

const plane = (...places: readonly (readonly [number, number])[]): NDArray => ({
  shape: [places.length, 2],
  data: Float32Array.from(places.flat()),
});

/** One class along the query and four at right angles to it, none with a negative number. */
const RIGHT_ANGLES = plane([4, 0], [0, 1], [0, 2], [0, 3], [0, 4]);
const OPPOSITE = plane([4, 0], [-2, 0], [-3, 0], [-4, 0], [-5, 0]);
const ALONG = plane([2, 0]);

export const demo = defineDemo({
  id: "matching-networks/kernel",
  title: "Attention of a query",
  question: "How much can attention by cosine prefer one example?",
  source: { section: "§2.1", equations: ["(1)"] },
  params: {
    kernel: choice({
      label: "Similarity",
      symbol: "c",
      help: "What the softmax is taken of: the cosine is the paper’s; the dot product also counts length; the distance counts nothing else.",
      effect: "live",
      fallback: "cosine",
      options: [
        { value: "cosine", label: "cosine" },
        { value: "dot", label: "dot" },
        { value: "distance", label: "−distance²" },
      ],
    }),
    s: number({
      label: "Scale",
      symbol: "s",
      help: "Multiplies what is compared: near 0 all examples weigh alike, at large values the most similar one takes all.",
      effect: "live",
      fallback: 1,
      min: 0.01,
      max: 100,
      log: true,
    }),
    k: choice({
      label: "Shot",
      symbol: "k",
      help: "Supports of each class, as they stand in the list: with 1 each is a class of its own.",
      effect: "live",
      fallback: "2",
      options: [
        { value: "1", label: "1" },
        { value: "2", label: "2" },
      ],
    }),
    f: points({
      label: "Query",
      symbol: "f",
      help: "The query’s features.",
      effect: "live",
      most: 1,
      box: BOX,
      fallback: "u7vMzA",
      inView: true,
    }),
    g: points({
      label: "Supports",
      symbol: "g",
      help: "The features of the labelled examples, class by class.",
      effect: "live",
      least: 4,
      most: 5,
      box: BOX,
      fallback: "zMy7u5mZiIiIiJmZRES7uw",
      inView: true,
    }),
  },
  measures: {
    P: { label: "P(A)", help: "Probability of class A." },
    loss: { label: "−log P(A)", help: "The loss if A is right, in nats." },
    nearest: { label: "largest weight", help: "The attention of the support with most of it." },
    rest: { label: "the other weights", help: "What all other supports have together." },
    ceiling: { label: "ceiling", help: "What A can get by cosine if all others are opposite." },
    reluCeiling: { label: "ceiling after a ReLU", help: "The same with features ≥ 0." },
  },
  outputs: {
    a: { label: "attention", shape: "[m]" },
    c: { label: "similarity", shape: "[m]" },
    yHat: { label: "prediction", shape: "[N]" },
    ceilings: { label: "ceilings: after a ReLU, at best", shape: "[2]" },
  },
  presets: {
    example: {
      label: "The example",
      says: "Four features and a query, as in the table: the first is almost parallel to the query, the last at a right angle, yet it weighs over a third as much.",
      values: {},
    },
    relu: {
      label: "Five classes, ReLU",
      says: "The best that features without negative numbers can do: A lies along the query, all others at right angles to it.",
      values: { k: "1", f: ALONG, g: RIGHT_ANGLES },
    },
    opposite: {
      label: "Five, opposite",
      says: "The best there is for one query: all other classes point the opposite way.",
      values: { k: "1", f: ALONG, g: OPPOSITE },
    },
    scaled: {
      label: "ReLU, s = 10",
      says: "The same features as “Five classes, ReLU”; only the scale moved, and the ceiling with it.",
      values: { k: "1", f: ALONG, g: RIGHT_ANGLES, s: 10 },
    },
    dot: {
      label: "Dot product",
      says: "The example once more, with dot products as inside the query’s LSTM: length counts, and the first support takes all.",
      values: { kernel: "dot" },
    },
  },
});

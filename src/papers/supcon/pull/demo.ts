import { points } from "../../../contract/points-param.ts";
import type { NDArray } from "../../../contract/array.ts";
import { defineDemo } from "../../../contract/demo.ts";
import { number } from "../../../contract/params.ts";

/** Degrees. */
const ROUND = [[-180, 180]] as const;

const angles = (...degrees: readonly number[]): NDArray => ({
  shape: [degrees.length, 1],
  data: Float32Array.from(degrees),
});

export const demo = defineDemo({
  id: "supcon/pull",
  title: "Pulls on one anchor",
  question: "Which positive does each loss pull hardest?",
  source: { section: "§3.2.2", equations: ["(4)", "(5)"] },
  params: {
    tau: number({
      label: "Temperature",
      symbol: "\\tau",
      help: "What cosines are divided by: a small one has the softmax see the nearest views alone.",
      effect: "live",
      fallback: 0.1,
      min: 0.05,
      max: 2,
      log: true,
    }),
    zp: points({
      label: "Positives",
      symbol: "z_p",
      help: "Where the positives lie on the circle, in degrees from the anchor.",
      effect: "live",
      least: 3,
      most: 3,
      box: ROUND,
      fallback: "n21VVQBA",
      inView: true,
    }),
    zn: points({
      label: "Negatives",
      symbol: "z_n",
      help: "Where the negatives lie on the circle, in degrees from the anchor.",
      effect: "live",
      least: 3,
      most: 3,
      box: ROUND,
      fallback: "x6XLt2nM",
      inView: true,
    }),
  },
  measures: {
    lossOut: { label: "L_out,i", help: "The outer loss of this anchor, in nats." },
    lossIn: { label: "L_in,i", help: "The inner loss of this anchor, in nats." },
    S: { label: "S_i", help: "The positives’ share of the softmax." },
    budget: { label: "1 − S_i", help: "What the pulls of either loss sum to." },
    out1: { label: "outer pull 1", help: "Weight of the first positive in the outer loss." },
    out2: { label: "outer pull 2", help: "Weight of the second positive in the outer loss." },
    out3: { label: "outer pull 3", help: "Weight of the third positive in the outer loss." },
    in1: { label: "inner pull 1", help: "Weight of the first positive in the inner loss." },
    in2: { label: "inner pull 2", help: "Weight of the second positive in the inner loss." },
    in3: { label: "inner pull 3", help: "Weight of the third positive in the inner loss." },
  },
  outputs: {
    out: { label: "pulls of the outer loss", shape: "[p]" },
    in: { label: "pulls of the inner loss", shape: "[p]" },
    push: { label: "pushes of the negatives", shape: "[n]" },
    losses: { label: "outer and inner loss", shape: "[2]" },
  },
  presets: {
    example: {
      label: "The example",
      says: "Cosines 0.9, 0.5 and 0 for the positives: the outer loss pulls the far one hardest and pushes the near one off; the inner loss gives the near one nearly all of its little pull.",
      values: {},
    },
    half: {
      label: "τ = 0.5",
      says: "The same places, a softer softmax: the inner loss has more to give, and still gives most to the nearest.",
      values: { tau: 0.5 },
    },
    one: {
      label: "τ = 1",
      says: "Softer still: both losses pull as much in all, as they always do, but not the same points.",
      values: { tau: 1 },
    },
    together: {
      label: "All together",
      says: "Positives at one place: each has a third of the share, and the losses are the same.",
      values: { tau: 0.5, zp: angles(-60, -60, -60) },
    },
  },
});

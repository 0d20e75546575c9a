import { defineDemo } from "../../../contract/demo.ts";
import { dice, integer } from "../../../contract/params.ts";

/** Steps in which the trained model draws. */
export const T = 10;
/** Digits drawn at once, digits measured, pixels of a side, and how many sets of codes there are. */
export const COUNT = 5;
export const MEASURED = 100;
export const SIDE = 28;
export const CODES = 10_000;

export const demo = defineDemo({
  id: "draw/generate",
  title: "Digits, drawn step by step",
  question: "How does DRAW draw a digit out of noise?",
  source: { section: "§2.3", equations: ["(13)–(16)"] },
  params: {
    shown: integer({
      label: "Step",
      symbol: "t",
      help: "How many of the ten steps have been drawn.",
      effect: "view",
      fallback: T,
      min: 0,
      max: T,
      inView: true,
    }),
    codes: dice({
      label: "Codes",
      help: "Which random codes the digits are drawn from.",
      effect: "live",
      below: CODES,
      inView: true,
    }),
  },
  measures: {
    first: {
      label: "first window",
      help: "Side of the write window of step 1, in pixels: the mean of a hundred digits.",
    },
    late: { label: "late windows", help: "The same over the last five steps." },
    way: {
      label: "way",
      help: "Pixels that the middle of the write window travels, the mean of a hundred digits.",
    },
  },
  outputs: {
    canvases: { label: "chance of ink after each step", shape: "[5, 11, 28, 28]" },
    windows: { label: "write windows: centre, side, deviation", shape: "[5, 10, 4]" },
  },
  weights: [{ file: "weights/draw-generate.safetensors", when: {} }],
});

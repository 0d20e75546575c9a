import { defineDemo } from "../../../contract/demo.ts";
import { dice, integer } from "../../../contract/params.ts";

/** Steps in which the trained model draws. */
export const T = 10;
/** Digits drawn at once. */
export const COUNT = 5;

export const demo = defineDemo({
  id: "draw/generate",
  title: "Digits, drawn step by step",
  question: "How does DRAW make a digit out of noise?",
  source: { section: "§2.3", equations: ["(13)–(16)"] },
  params: {
    t: integer({
      label: "Step",
      symbol: "t",
      help: "How many of the ten steps have been drawn.",
      effect: "view",
      fallback: T,
      min: 0,
      max: T,
    }),
    codes: dice({
      label: "Codes",
      help: "Which random codes the digits are drawn from.",
      effect: "live",
      below: 10_000,
    }),
  },
  outputs: {
    canvases: { label: "chance of ink after each step", shape: "[11, 5, 28, 28]" },
    windows: { label: "write windows: centre, stride, deviation", shape: "[10, 5, 4]" },
  },
  weights: [{ file: "weights/draw-generate.safetensors", when: {} }],
});

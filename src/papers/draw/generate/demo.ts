import { defineDemo } from "../../../contract/demo.ts";
import { choice, dice, integer, number } from "../../../contract/params.ts";

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
  main: ["heat", "fresh", "look"],
  params: {
    heat: number({
      label: "Spread of the codes",
      help: "Deviation of every number of a code: 1 is the prior’s. At 0 each digit is drawn from the mean code.",
      effect: "live",
      fallback: 1,
      min: 0,
      max: 2,
    }),
    fresh: integer({
      label: "Own codes from step",
      help: "In the steps before it all five have the codes of the first.",
      effect: "live",
      fallback: 1,
      min: 1,
      max: T,
    }),
    look: choice({
      label: "Shows",
      help: "The chance of ink, the logits of the canvas, or by how much a step changes the chance.",
      effect: "view",
      fallback: "chance",
      options: [
        { value: "chance", label: "chance" },
        { value: "logit", label: "logit" },
        { value: "change", label: "change" },
      ],
    }),
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
    apart: {
      label: "apart",
      help: "Pixels by which two such digits differ: the sum of differences in the chance of ink, the mean of fifty pairs.",
    },
    way: {
      label: "way",
      help: "Pixels that the middle of the write window travels, the mean of a hundred digits.",
    },
  },
  outputs: {
    canvases: { label: "chance of ink after each step", shape: "[5, 11, 28, 28]" },
    windows: { label: "write windows: centre, side, deviation", shape: "[5, 10, 4]" },
  },
  presets: {
    usual: { label: "From noise", says: "Press Draw: a stroke is laid step by step.", values: {} },
    late: {
      label: "Same beginning",
      says: "The five share their first five codes. What is settled by then?",
      values: { fresh: 6 },
    },
    tame: {
      label: "Timid codes",
      says: "Codes of half the spread: smooth digits, none of them odd.",
      values: { heat: 0.5 },
    },
    wild: {
      label: "Wild codes",
      says: "Codes that training hardly ever drew: strokes clot and break.",
      values: { heat: 1.8 },
    },
  },
  weights: [{ file: "weights/draw-generate.safetensors", when: {} }],
});

import { defineDemo } from "../../../contract/demo.ts";
import { choice, dice, integer, number } from "../../../contract/params.ts";

/** Steps in which each trained model draws. */
export const STEPS = { usual: 10, wide: 16, whole: 10 } as const;
const MOST = Math.max(...Object.values(STEPS));
/** Digits whose steps are shown, digits of a sheet, places from one code to another, and digits measured. */
export const COUNT = 5;
export const SHEET = 100;
export const PLACES = 11;
export const MEASURED = 100;
/** Beyond it a chance is 0 or 1 to the eye. */
export const LARGEST_LOGIT = 8;
/** How many sets of codes there are. */
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
      help: "In the steps before it all digits have the codes of the first.",
      effect: "live",
      fallback: 1,
      min: 1,
      max: MOST,
    }),
    picture: choice({
      label: "Picture",
      help: "Five digits step by step, a sheet of a hundred, or what lies between the codes of two.",
      effect: "live",
      fallback: "five",
      options: [
        { value: "five", label: "five" },
        { value: "sheet", label: "hundred" },
        { value: "between", label: "between" },
      ],
    }),
    look: choice({
      label: "Shows",
      help: "The chance of ink, the logits of the canvas, or by how much a step changes the chance.",
      effect: "live",
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
      help: "How many of the steps have been drawn.",
      effect: "view",
      fallback: MOST,
      min: 0,
      max: MOST,
      inView: true,
    }),
    place: integer({
      label: "Place between two",
      help: "In tenths of the way from the codes of one digit to those of the other.",
      effect: "view",
      redraws: true,
      fallback: (PLACES - 1) / 2,
      min: 0,
      max: PLACES - 1,
      inView: true,
    }),
    way: choice({
      label: "Way between two",
      help: "Along a circle, where codes stay as long as training drew them, or straight, where they are shorter in the middle.",
      effect: "live",
      fallback: "circle",
      options: [
        { value: "circle", label: "circle" },
        { value: "line", label: "straight" },
      ],
    }),
    net: choice({
      label: "Network",
      help: "With windows: 10 steps, 128 LSTM units and codes of 20 numbers; or 16, 256 and 32, which takes 2.5 nats less for a test image. Or without windows: 10, 112 and 32, as many weights as the second.",
      effect: "restart",
      fallback: "usual",
      options: [
        { value: "usual", label: "10 steps" },
        { value: "wide", label: "16 steps" },
        { value: "whole", label: "no windows" },
      ],
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
    canvases: { label: "five digits after each step", shape: "[5, canvases, 28, 28]" },
    windows: { label: "write windows: centre, side, deviation", shape: "[5, T, 4]" },
    sheet: { label: "a hundred digits after the step shown", shape: "[100, 28, 28]" },
    between: { label: "digits at eleven places between two codes", shape: "[11, 28, 28]" },
    lengths: { label: "length of the codes there, of the usual one", shape: "[11]" },
  },
  presets: {
    usual: { label: "From noise", says: "Press Draw: a stroke is laid step by step.", values: {} },
    late: {
      label: "Same start",
      says: "The five share their first five codes: what is settled?",
      values: { fresh: 6 },
    },
    hundred: {
      label: "A hundred",
      says: "Which of them are digits, and which are not?",
      values: { picture: "sheet" },
    },
    between: {
      label: "Between two",
      says: "Pull the slider: is what lies between two digits one too?",
      values: { picture: "between" },
    },
    wide: {
      label: "Sixteen steps",
      says: "A larger network: more and smaller strokes.",
      values: { net: "wide", shown: MOST },
    },
    whole: {
      label: "No windows",
      says: "Each step changes all at once: a blur comes into focus.",
      values: { net: "whole" },
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
  weights: [
    { file: "weights/draw-wide.safetensors", when: { net: "wide" } },
    { file: "weights/draw-without.safetensors", when: { net: "whole" } },
    { file: "weights/draw-generate.safetensors", when: {} },
  ],
});

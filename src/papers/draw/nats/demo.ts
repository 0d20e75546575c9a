import { defineDemo } from "../../../contract/demo.ts";
import { dice } from "../../../contract/params.ts";

/** Steps in which the trained model copies. */
export const T = 10;
/** Digits that are costed, ten of each, in their order. */
export const COUNT = 100;

export const demo = defineDemo({
  id: "draw/nats",
  title: "The ledger",
  question: "What do ten steps cost, and what do they save?",
  source: { section: "§2.2", equations: ["(9)–(12)"] },
  main: ["digit"],
  params: {
    digit: dice({
      label: "Digit",
      help: "Which of a hundred pictures of MNIST’s test set: the tens say the digit.",
      effect: "live",
      below: COUNT,
      fallback: 82,
    }),
  },
  measures: {
    before: { label: "before step 1", help: "𝓛ˣ of c₀, the learned beginning: the digit’s." },
    image: { label: "image", help: "𝓛ˣ of c_T: the digit’s." },
    codes: { label: "codes", help: "𝓛ᶻ of all ten steps: the digit’s." },
    mean: { label: "mean of all", help: "𝓛 of a hundred digits." },
    meanCodes: { label: "mean codes", help: "𝓛ᶻ of a hundred digits." },
    ones: { label: "ones", help: "𝓛, the mean of ten ones." },
    dearest: { label: "dearest digit", help: "The one of ten whose mean 𝓛 is largest." },
    most: { label: "its mean", help: "𝓛, the mean of ten of it." },
  },
  outputs: {
    codes: { label: "nats for the codes of each step, of a hundred digits", shape: "[10, 100]" },
    images: { label: "nats for the image if it ended there", shape: "[11, 100]" },
    canvases: { label: "chance of ink after each step", shape: "[11, 28, 28]" },
  },
  presets: {
    eight: {
      label: "An eight",
      says: "Orange is paid for codes; blue is what the picture would cost if the drawing ended there.",
      values: {},
    },
    one: {
      label: "A one",
      says: "As many steps as an eight, and far fewer nats.",
      values: { digit: 15 },
    },
    seven: {
      label: "A seven",
      says: "After which step is no more gained than paid?",
      values: { digit: 71 },
    },
  },
  data: { digits: "data/digits.bin" },
  weights: [{ file: "weights/draw-generate.safetensors", when: {} }],
});

import { defineDemo } from "../../../contract/demo.ts";
import { choice, dice } from "../../../contract/params.ts";

/** Digits of each kind, and training digits that they are compared with. */
export const COUNT = 100;
export const TRAINING = 10_000;

export const demo = defineDemo({
  id: "draw/memory",
  title: "Digits and their nearest neighbours",
  question: "Does DRAW recite its training digits?",
  source: { section: "§4.2", equations: [] },
  main: ["kind", "codes"],
  params: {
    kind: choice({
      label: "Digits",
      help: "Made up from random codes; digits of the test set, which training never saw; or the model’s copies of those.",
      effect: "live",
      fallback: "made",
      options: [
        { value: "made", label: "made up" },
        { value: "copied", label: "copies" },
        { value: "held", label: "test set" },
      ],
    }),
    codes: dice({
      label: "Codes",
      help: "Which hundred digits are made up.",
      effect: "live",
      below: 1000,
    }),
  },
  measures: {
    made: {
      label: "made up",
      help: "Pixels in which a made-up digit differs from its nearest training digit, both black or white: the mean of a hundred.",
    },
    copied: { label: "copies", help: "The same for copies of a hundred test digits." },
    held: { label: "test set", help: "The same for those test digits themselves." },
    least: { label: "least", help: "The least of the hundred made-up digits." },
    leastHeld: { label: "least of the test set", help: "The least of the hundred test digits." },
    moved: {
      label: "moved",
      help: "Pixels in which a test digit differs from itself, moved by one pixel to the right: the mean of a hundred.",
    },
  },
  outputs: {
    pictures: { label: "digits", shape: "[100, 28, 28]" },
    nearest: { label: "their nearest training digits", shape: "[100, 28, 28]" },
    apart: {
      label: "pixels that differ: made up, copies, test set",
      shape: "[3, 100]",
    },
  },
  presets: {
    made: {
      label: "Made up",
      says: "Seven of a hundred, from the nearest to the farthest.",
      values: {},
    },
    copied: {
      label: "Copies",
      says: "They come out of the same pen, and are as smooth.",
      values: { kind: "copied" },
    },
    held: {
      label: "Real digits",
      says: "Nobody learned these by heart. How near do they come?",
      values: { kind: "held" },
    },
  },
  data: { digits: "data/mnist.bin" },
  weights: [{ file: "weights/draw-generate.safetensors", when: {} }],
});

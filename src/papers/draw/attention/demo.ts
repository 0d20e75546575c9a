import { defineDemo } from "../../../contract/demo.ts";
import { choice, dice, integer, number } from "../../../contract/params.ts";

/** Held-out images that all models are measured on. */
export const HELD_OUT = 300;
/** Steps of drawing, a model with windows and one without for each. */
export const DRAWINGS = [1, 2, 5, 10] as const;

/** Labels and settings of the two that draw in T steps. */
const on = <const T extends number>(T: T) =>
  ({ label: `with windows, T = ${T}`, values: { attention: "on", T } }) as const;
const off = <const T extends number>(T: T) =>
  ({ label: `without, T = ${T}`, values: { attention: "off", T } }) as const;

export const demo = defineDemo({
  id: "draw/attention",
  title: "What a window costs, and brings",
  question: "Is the window worth its steps?",
  source: { section: "§3, §4.2", equations: ["(17)–(29)"] },
  main: ["shown", "budget", "alpha"],
  params: {
    attention: choice({
      label: "Attention",
      help: "Whether it reads and writes through windows.",
      effect: "restart",
      fallback: "on",
      options: [
        { value: "on", label: "with windows" },
        { value: "off", label: "without" },
      ],
    }),
    T: integer({
      label: "Steps of drawing",
      symbol: "T",
      help: "Reads and writes for each image.",
      effect: "restart",
      fallback: 10,
      min: 1,
      max: 10,
    }),
    shown: choice({
      label: "Drawn in",
      symbol: "T",
      help: "Which two of the eight are drawn and stand out.",
      effect: "view",
      redraws: true,
      fallback: "10",
      options: [
        { value: "1", label: "1" },
        { value: "2", label: "2" },
        { value: "5", label: "5" },
        { value: "10", label: "10 steps" },
      ],
    }),
    budget: choice({
      label: "At equal",
      help: "Work is counted in multiply-adds of matrix products, forwards. Seconds differ by less.",
      effect: "view",
      redraws: true,
      fallback: "work",
      options: [
        { value: "work", label: "work" },
        { value: "steps", label: "training steps" },
      ],
    }),
    alpha: number({
      label: "Learning rate",
      help: "Adam’s step length, of all eight.",
      effect: "live",
      fallback: 3e-3,
      min: 1e-5,
      max: 1e-2,
      log: true,
    }),
    N: integer({
      label: "Window size",
      symbol: "N",
      help: "Both windows have N × N grid points.",
      effect: "restart",
      fallback: 5,
      min: 2,
      max: 12,
    }),
    H: integer({
      label: "LSTM units",
      symbol: "H",
      help: "Size of either LSTM’s state.",
      effect: "restart",
      fallback: 64,
      min: 8,
      max: 128,
      step: 8,
    }),
    Z: integer({
      label: "Code size",
      symbol: "Z",
      help: "Numbers of a step’s code.",
      effect: "restart",
      fallback: 8,
      min: 1,
      max: 20,
    }),
    m: integer({
      label: "Batch size",
      help: "Images in each training step.",
      effect: "restart",
      fallback: 32,
      min: 8,
      max: 64,
      step: 8,
    }),
    picked: dice({
      label: "Digit copied",
      help: "Which held-out image they copy.",
      effect: "view",
      below: HELD_OUT,
      fallback: 30,
    }),
  },
  steps: {
    name: "training step",
    stopAt: 800,
    measureEvery: 50,
    metrics: {
      L: {
        label: "loss",
        symbol: "\\mathcal L",
        help: "The bound on the batch, in nats an image.",
      },
    },
    recovery: { says: "Set the learning rate to 0.003", values: { alpha: 3e-3 } },
  },
  measures: {
    bound: {
      label: "bound, held out",
      help: "The loss on images that training does not see, in nats an image.",
    },
    work: {
      label: "multiply-adds",
      help: "Of the loss for one image, forwards; back is about twice that again.",
    },
  },
  outputs: {
    copied: {
      label: "digit and canvases",
      shape: "[s, 28, 28]",
    },
    frames: {
      label: "write windows",
      shape: "[T, 4]",
      only: ["on1", "on2", "on5", "on10"],
    },
  },
  presets: {
    usual: {
      label: "Windows of 5 × 5",
      says: "Eight models from one seed, lower is better: who is lowest at equal work, who at equal steps?",
      values: {},
    },
    coarse: {
      label: "Windows of 2 × 2",
      says: "Cheaper still, but a patch of four numbers draws little.",
      values: { N: 2 },
    },
  },
  branches: {
    on1: on(1),
    on2: on(2),
    on5: on(5),
    on10: on(10),
    off1: off(1),
    off2: off(2),
    off5: off(5),
    off10: off(10),
  },
  data: { digits: "data/mnist.bin" },
});

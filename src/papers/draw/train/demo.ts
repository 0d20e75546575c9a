import { defineDemo } from "../../../contract/demo.ts";
import { choice, dice, integer, number, toggle } from "../../../contract/params.ts";

/** Held-out images that a run in a page is measured on. */
export const HELD_OUT = 500;
/** Digits made up. */
export const MADE = 2;

export const demo = defineDemo({
  id: "draw/train",
  title: "DRAW learns to draw digits",
  question: "Does a window help to draw?",
  source: { section: "§2, §3, §4.2", equations: ["(1)–(29)"] },
  main: ["alpha", "T"],
  params: {
    attention: choice({
      label: "Attention",
      help: "Whether it reads and writes through windows or everywhere at once.",
      effect: "restart",
      fallback: "on",
      options: [
        { value: "on", label: "with windows" },
        { value: "off", label: "without" },
      ],
    }),
    canvas: choice({
      label: "On the canvas",
      help: "A digit, or two at half their size, each in a place drawn by lot.",
      effect: "restart",
      fallback: "one",
      options: [
        { value: "one", label: "one digit" },
        { value: "two", label: "two digits" },
      ],
    }),
    alpha: number({
      label: "Learning rate",
      help: "Adam’s step length. The paper does not say which it used.",
      effect: "live",
      fallback: 3e-3,
      min: 1e-5,
      max: 1e-2,
      log: true,
    }),
    faint: toggle({
      label: "Faint pen",
      help: "Begins the write window’s γ at 1, so that what is written is spread thin. Else it begins where a stroke is as strong as the patch.",
      effect: "restart",
      fallback: false,
    }),
    shared: toggle({
      label: "Mistake: shared noise",
      help: "Draws ε once for all steps of an image, outside the loop. Held-out images are costed with ε of their own in each step all the same.",
      effect: "restart",
      fallback: false,
    }),
    T: integer({
      label: "Steps of drawing",
      symbol: "T",
      help: "Reads and writes for each image. The cost grows with it.",
      effect: "restart",
      fallback: 8,
      min: 1,
      max: 16,
    }),
    H: integer({
      label: "LSTM units",
      symbol: "H",
      help: "Size of the encoder’s state and of the decoder’s.",
      effect: "restart",
      fallback: 64,
      min: 8,
      max: 256,
      step: 8,
    }),
    Z: integer({
      label: "Code size",
      symbol: "Z",
      help: "Numbers that the encoder sends to the decoder in each step.",
      effect: "restart",
      fallback: 8,
      min: 1,
      max: 32,
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
      help: "Which of the held-out images the models copy in the picture.",
      effect: "view",
      below: HELD_OUT,
    }),
  },
  steps: {
    name: "training step",
    stopAt: 1500,
    measureEvery: 50,
    metrics: {
      L: {
        label: "loss",
        symbol: "\\mathcal L",
        help: "The bound on the batch: what it costs to send an image, in nats.",
      },
      Lx: {
        label: "image",
        symbol: "\\mathcal L^x",
        help: "Nats to send the image to someone who has the codes.",
      },
      Lz: {
        label: "codes",
        symbol: "\\mathcal L^z",
        help: "Nats to send the codes of all steps.",
        chart: "codes",
      },
    },
    recovery: { says: "Set the learning rate to 0.003", values: { alpha: 3e-3 } },
  },
  measures: {
    bound: {
      label: "bound, held out",
      help: "The loss on images that training does not see, in nats an image, with one draw of the codes each.",
      chart: "heldOut",
    },
    reconstruction: {
      label: "of it the image",
      help: "The part of the bound that is 𝓛ˣ.",
    },
  },
  charts: {
    heldOut: { title: "Bound on held-out images", y: "nats" },
    codes: { title: "Of the loss, codes", y: "nats" },
  },
  outputs: {
    copied: { label: "a held-out digit, and its copy after each step", shape: "[s, 28, 28]" },
    made: { label: "digits made up, after each step", shape: "[2, T, 28, 28]" },
    frames: {
      label: "write windows of both: centre, side, deviation",
      shape: "[3, T, 4]",
      only: ["on"],
    },
  },
  presets: {
    usual: {
      label: "With and without windows",
      says: "Two models from one seed: one reads and writes through windows, the other everywhere at once.",
      values: {},
    },
    two: {
      label: "Two digits",
      says: "Two small digits in places drawn by lot. Does each model draw one after the other, or both at once?",
      values: { canvas: "two" },
    },
    faint: {
      label: "Faint pen",
      says: "The window’s first strokes are spread thin: the model with attention is slow to begin.",
      values: { faint: true },
    },
    cheat: {
      label: "Shared noise",
      says: "One ε for all steps: the loss looks better than it is. Compare it with the bound on held-out images.",
      values: { shared: true },
    },
    once: {
      label: "One step",
      says: "T = 1: an ordinary variational auto-encoder, which cannot amend.",
      values: { T: 1 },
    },
  },
  branches: {
    on: { label: "with windows", values: { attention: "on" } },
    off: { label: "without", values: { attention: "off" } },
  },
  data: { digits: "data/mnist.bin" },
});

import { defineDemo } from "../../../contract/demo.ts";
import { choice, dice, integer, number, toggle } from "../../../contract/params.ts";

/** Held-out digits that a run in a page is measured on. */
export const HELD_OUT = 1000;
/** Glimpses of the trained model, and the most there can be. */
export const [USUAL, MOST] = [4, 6];

/** Pixels a side of the picture, and of a digit on it. */
export const [PICTURE, DIGIT] = [60, 28];

const place = (way: string, fallback: number) =>
  integer({
    label: `Digit, ${way}`,
    help: "Where the digit’s corner lies, counted from 0.",
    effect: "view",
    fallback,
    min: 0,
    max: PICTURE - DIGIT,
    inView: true,
  });

/** With T glimpses or more. */
const wrong = (T: number, glimpses: string, chart?: string) => ({
  label: `after ${glimpses}`,
  least: { T },
  help: "Share of held-out pictures whose digit is named wrongly by the guess then; where there are fewer glimpses, after the last.",
  chart,
});

export const demo = defineDemo({
  id: "draw/where-to-look",
  title: "Finding a digit in clutter",
  question: "Does the window find the digit?",
  source: { section: "§3.2, §4.1", equations: ["(21)–(27)"] },
  main: ["start", "pieces", "alpha"],
  params: {
    start: choice({
      label: "Start",
      help: "Random weights, or those of a longer training before.",
      effect: "restart",
      fallback: "trained",
      options: [
        { value: "trained", label: "trained" },
        { value: "fresh", label: "random" },
      ],
    }),
    pieces: integer({
      label: "Clutter",
      help: "Pieces of other digits on each picture, 8 × 8 pixels large: in training, in tests and here.",
      effect: "live",
      fallback: 4,
      min: 0,
      max: 16,
    }),
    alpha: number({
      label: "Learning rate",
      help: "Adam’s step length. The paper does not say which it used.",
      effect: "live",
      fallback: 1e-4,
      min: 1e-5,
      max: 1e-2,
      log: true,
    }),
    gaze: choice({
      label: "Window",
      help: "The state moves it before each glimpse, or it is nailed to the middle and spans the picture: no attention.",
      effect: "restart",
      fallback: "free",
      options: [
        { value: "free", label: "moves" },
        { value: "nailed", label: "nailed" },
      ],
    }),
    T: integer({
      label: "Glimpses",
      symbol: "T",
      help: "How often it looks.",
      effect: "restart",
      fallback: USUAL,
      min: 1,
      max: MOST,
    }),
    every: toggle({
      label: "Every guess counts",
      help: "The loss has a guess after each glimpse, and later ones weigh more. In the paper there is one, after the last.",
      effect: "restart",
      fallback: true,
    }),
    N: integer({
      label: "Window size",
      symbol: "N",
      help: "The window has N × N grid points.",
      effect: "restart",
      fallback: 8,
      min: 2,
      max: 12,
    }),
    H: integer({
      label: "LSTM units",
      symbol: "H",
      help: "Size of the state.",
      effect: "restart",
      fallback: 96,
      min: 8,
      max: 128,
      step: 8,
    }),
    m: integer({
      label: "Batch size",
      help: "Pictures in each training step.",
      effect: "restart",
      fallback: 32,
      min: 8,
      max: 64,
      step: 8,
    }),
    picked: dice({
      label: "Picture",
      help: "Which of the held-out digits is looked at, and among which clutter.",
      effect: "view",
      below: HELD_OUT,
      inView: true,
    }),
    across: place("across", 27),
    down: place("down", 20),
    shown: integer({
      label: "Glimpse",
      symbol: "t",
      help: "Whose guess is shown.",
      effect: "view",
      redraws: true,
      fallback: USUAL,
      min: 1,
      max: MOST,
      inView: true,
    }),
  },
  steps: {
    name: "training step",
    stopAt: 3000,
    measureEvery: 100,
    metrics: {
      loss: {
        label: "loss",
        help: "Cross-entropy of the batch’s guesses, in nats. Guessing blindly costs 2.30.",
        chart: "loss",
      },
    },
    recovery: { says: "Set the learning rate to 0.004", values: { alpha: 4e-3 } },
  },
  measures: {
    wrong1: wrong(1, "1 glimpse", "wrong"),
    wrong2: wrong(2, "2", "wrong"),
    wrong3: wrong(3, "3"),
    wrong4: wrong(4, "4"),
    wrong5: wrong(5, "5"),
    wrong6: wrong(2, "the last", "wrong"),
    away: {
      label: "window from digit",
      help: "Pixels from the middle of the last window to that of the digit, on average over held-out pictures.",
    },
    wide: {
      label: "last window",
      help: "Its side, in pixels, on average over held-out pictures. The first one spans all 60.",
    },
  },
  charts: {
    wrong: { title: "Wrong on held-out", y: "share", bounds: [0, 1] },
    loss: { title: "Loss", y: "nats" },
  },
  outputs: {
    x: { label: "picture", shape: "[60, 60]" },
    patches: { label: "what each glimpse sees", shape: "[T, N, N]" },
    windows: { label: "windows: centre, side, deviation", shape: "[T, 4]" },
    chances: { label: "chances of the digits after each glimpse", shape: "[T, 10]" },
    truth: { label: "what the held-out digit is", shape: "[1]" },
  },
  presets: {
    trained: {
      label: "Trained before",
      says: "Drag the digit, or take another picture: the window goes after it.",
      values: {},
    },
    fresh: {
      label: "From scratch",
      says: "For some two thousand steps it guesses blindly and the window spans the picture. Then it shrinks and goes to the digit, and the error falls.",
      values: { start: "fresh", alpha: 4e-3 },
    },
    nailed: {
      label: "Nailed window",
      says: "The same network from scratch, but each glimpse is the whole picture through 8 × 8 points: it cannot tell the digits.",
      values: { start: "fresh", alpha: 4e-3, gaze: "nailed" },
    },
    once: {
      label: "One glimpse",
      says: "It must answer after the first look, which is the same for all pictures.",
      values: { T: 1, alpha: 4e-3 },
    },
    clean: {
      label: "No clutter",
      says: "The digit alone on the page.",
      values: { pieces: 0 },
    },
  },
  data: { digits: "data/mnist.bin" },
  weights: [
    {
      file: "weights/draw-where.safetensors",
      when: { start: "trained" },
      fits: { gaze: "free", N: 8, H: 96 },
      instead: { says: "Begin from random weights", values: { start: "fresh", alpha: 4e-3 } },
    },
  ],
});

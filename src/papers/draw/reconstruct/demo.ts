import type { NDArray } from "../../../contract/array.ts";
import { drawings } from "../../../contract/drawings-param.ts";
import { defineDemo } from "../../../contract/demo.ts";
import { dice, integer } from "../../../contract/params.ts";

/** Steps in which the trained model copies. */
export const T = 10;
export const SIDE = 28;
/** Draws of ε that a run has. */
export const DRAWS = 16;

/** A 5 of MNIST’s test set, as links write drawings, and an A of three strokes of the pad. */
const FIVE =
  "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAASe___zAAAAAAAAAABa7_2FKfgAAAAAAAAAjv_aMAAGsAAAAAAAAADvowAAAAIAAAAAAAAAAK9gAAAAAAAAAAAAAAAC7RAAAAAAAAAAAAAAAAj5AAAAAAAAAAAAAAAACfcAAAAAAAAAAAAAAAAN4gAAAAAAAAAAAAAAAB7DMzAAAAAAAAAAAAAAT____FAAAAAAAAAAAAArqIrP-gAAAAAAAAAAAAAAABOvcAAAAAAAAAAAAAAAAs9gAAAAAAAAAAAAAABM-xAAAAAAAAAAAAAAGO_DAAAAAAAAAAAAFXnf9xAAAAAAAAAAAAf8__wwAAAAAAAAAAAAj__8QAAAAAAAAAAAAABaxQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
const LETTER =
  "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABEAAAAAAAAAAAAAAAABP9AAAAAAAAAAAAAAAAI_4AAAAAAAAAAAAAAAAz_wAAAAAAAAAAAAAAAT__0AAAAAAAAAAAAAACP__gAAAAAAAAAAAAAAM_M_AAAAAAAAAAAAAAE_4j_QAAAAAAAAAAAAAj_RP-AAAAAAAAAAAAADPwAz8AAAAAAAAAAAABP-ACP9AAAAAAAAAAAAI_0AE_4AAAAAAAAAAAAz8VVXPwAAAAAAAAAAAT______0AAAAAAAAAACP______gAAAAAAAAAAM_FVVVc_AAAAAAAAAAE_4AAAAj_QAAAAAAAAAj_QAAABP-AAAAAAAAADPwAAAAAz8AAAAAAAABP-AAAAACP9AAAAAAAAE_0AAAAAE_0AAAAAAAABEAAAAAABEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

const x = drawings({
  label: "Picture",
  symbol: "x",
  help: "What is to be copied: pixels with half of full ink or more count as ink.",
  effect: "live",
  most: 1,
  side: SIDE,
  levels: 16,
  fallback: FIVE,
  inView: true,
});

const blank: NDArray = { shape: [1, SIDE, SIDE], data: new Float32Array(SIDE ** 2) };

export const demo = defineDemo({
  id: "draw/reconstruct",
  title: "Your digit, its eyes",
  question: "Where does DRAW look when it copies your digit?",
  source: { section: "§2.1, §3", equations: ["(3)–(8)", "(27)"] },
  params: {
    x,
    shown: integer({
      label: "Step",
      symbol: "t",
      help: "How many of the ten steps have been taken.",
      effect: "view",
      redraws: true,
      fallback: T,
      min: 0,
      max: T,
      inView: true,
    }),
    noise: dice({
      label: "Noise",
      help: "Which draw of ε the codes are made with.",
      effect: "live",
      below: DRAWS,
      inView: true,
    }),
  },
  measures: {
    ink: { label: "ink", help: "Pixels of the picture that are ink." },
    first: { label: "first window", help: "Side of the read window of step 1, in pixels." },
    late: { label: "late windows", help: "The same, the mean of the last five steps." },
    wrong: { label: "error at first", help: "Sum of |x̂₁| over all pixels." },
    left: { label: "error left", help: "Sum of |x − σ(c_T)| over all pixels." },
    Lx: { label: "image", help: "𝓛ˣ, nats." },
    Lz: { label: "codes", help: "𝓛ᶻ, nats." },
  },
  outputs: {
    canvases: { label: "chance of ink after each step", shape: "[11, 28, 28]" },
    errors: { label: "error image after each step", shape: "[11, 28, 28]" },
    reading: { label: "read windows: centre, side, deviation", shape: "[10, 4]" },
    writing: { label: "write windows, the same", shape: "[10, 4]" },
  },
  presets: {
    digit: {
      label: "A digit",
      says: "Press Copy, or pull the slider back: the first look is the same for every picture.",
      values: {},
    },
    letter: {
      label: "A letter",
      says: "It was trained on digits alone. What does it make of an A?",
      values: { x: x.parse(LETTER).value },
    },
    own: {
      label: "Your own",
      says: "Draw a digit: it is copied anew with each stroke.",
      values: { x: blank },
    },
  },
  weights: [{ file: "weights/draw-generate.safetensors", when: {} }],
});

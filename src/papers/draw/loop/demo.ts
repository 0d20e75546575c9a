import { defineDemo } from "../../../contract/demo.ts";
import { integer } from "../../../contract/params.ts";
import { pictureParams } from "../../../contract/picture-params.ts";

/** Steps in which the trained model copies. */
export const T = 10;
export const SIDE = 28;

const pixel = (way: string, fallback: number) =>
  integer({
    label: `Pixel, ${way}`,
    help: "The pixel that is followed, counted from 0.",
    effect: "live",
    fallback,
    min: 0,
    max: SIDE - 1,
    inView: true,
  });

export const demo = defineDemo({
  id: "draw/loop",
  title: "One step of the loop",
  question: "What happens in one step?",
  source: { section: "§2.1, §3", equations: ["(3)–(8)", "(21)–(29)"] },
  main: ["shown"],
  params: {
    shown: integer({
      label: "Step",
      symbol: "t",
      help: "Which of the ten steps is shown.",
      effect: "live",
      fallback: 3,
      min: 1,
      max: T,
    }),
    across: pixel("across", 11),
    down: pixel("down", 9),
    ...pictureParams(52, SIDE),
  },
  measures: {
    paid: { label: "code", help: "What this step’s code costs: its part of 𝓛ᶻ, nats." },
    wrong: { label: "error before", help: "Sum of |x − σ(c)| over all pixels, before the step." },
    left: { label: "error after", help: "The same after it." },
    x: { label: "the pixel’s x", help: "1 is ink." },
    before: { label: "its canvas before", help: "The logit c before the step." },
    after: { label: "its canvas after", help: "The same after the step." },
  },
  outputs: {
    x: { label: "picture", shape: "[28, 28]" },
    xHat: { label: "error image", shape: "[28, 28]" },
    r: { label: "patches of picture and error image", shape: "[2, 5, 5]" },
    hEnc: { label: "encoder’s state", shape: "[8, 16]" },
    z: { label: "code", shape: "[4, 5]" },
    hDec: { label: "decoder’s state", shape: "[8, 16]" },
    w: { label: "patch to write", shape: "[5, 5]" },
    written: { label: "what is added to the canvas", shape: "[28, 28]" },
    canvas: { label: "chance of ink", shape: "[28, 28]" },
    windows: { label: "read and write windows: centre, side, deviation", shape: "[2, 4]" },
  },
  presets: {
    early: {
      label: "Step 3",
      says: "Follow the arrows. Then drag the ring to another pixel, or take another step.",
      values: {},
    },
    last: {
      label: "The last step",
      says: "Less is wrong by now: the window goes to an edge that is, and mends it.",
      // Of the digit, and under the step’s window.
      values: { shown: T, across: 7, down: 23 },
    },
    own: {
      label: "Your own",
      says: "Draw a digit, then go through its steps.",
      values: { picture: "drawing" },
    },
  },
  data: { digits: "data/digits.bin" },
  weights: [{ file: "weights/draw-generate.safetensors", when: {} }],
});

import type { NDArray } from "../../../contract/array.ts";
import { drawings } from "../../../contract/drawings-param.ts";
import { defineDemo } from "../../../contract/demo.ts";
import { choice, integer, number, toggle } from "../../../contract/params.ts";

/** Pixels of a side, and at most so many signs and examples of each. */
export const [SIDE, MOST, SHOTS] = [28, 5, 3];

/** Five characters of Glyphs’ scripts for testing, as links write them: each by another simulated drawer, then all by a second, and by a third. The query is the second by yet another. */
const SIGNS =
  "AAAAAAAAAAAAAAAABAAAAEAAAAQAAABAAAAGAAAAYAAABgAAAGAAAAQAAB9AAAH-AAAAQAAABAAAAEAAAAQAAABAAAAEAAAAQAAABAAAAEAAAAQAAABgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABgAAAGAAAAYAAABAAAAEAAAAwAAADAAAAP_-AB__AAGAAAAYAAADAAAAMAAAA4AAABwAAABwAAADwAAADwAAADwAAAAAAAAAAAAAAAAAAAAAAAAAAcBgAP-GABwcYAMAcgBgAaAGAA4AQABgBgAGACMAYAJgBAA0AEABwAQADABAAMAEAAwwYABBBgAEOGAAYsYAA-fgAAAaAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABgAAAMAAAAwAAABwAAAPwAAA2AAABwIAAEwgAATjAAB-MAAD_gAAAOAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAHAADAcAAMBgAAwGAACAYAAIBAAAgMAACAwAAIDAAAgIAACBgAAMGAAAwwAAB-AAADwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAAABAAAAEAAAAQAAABAAAAEAAAH4AAABgAAAGAAAAYAAAAgAAACAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACAAAAYAAABgAAACAAAAIAAAAgAAACA_AAN_4AA_AAADAAAAMAAAAwAAADAAAAEAAAAYAAAAwAAAB4YAAD_wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA_wgAHDmAAwDYAGAFgAYAeADAB4AMADgAwAGADCAYAM4BgA3AGADwAIAOAAwAwADADAgMAYDAwBgMBACAwGAMDAYA8eBgA_veAA4f4AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAMAAABwAAAEAAAAYAAABwAAANgAAAyAAADIAAABgAAAMAAABgYAAEAgAAxDAADGMAAH9wAAO-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAADAAAAIABAAgAGACAAYAMABgAwACADAAMAMAAwAwADABAAMAGAAwAYABABgAGAGAAYAIABgAgAGACAAYAYABgBgAGAGAAPhwAA_-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAAAAMAAAAwAAADAAAAIAAABgAAB-AAAAYAAABgAAAGAAAAYAAABAAAAMAAAAwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACAAAAYAAABgAAAGAAAAYAAABg-AAH_gAAYAAABgAAAGAAAAYAAABgAAAGAAAAMAAAAcAAAA8AAAA_AAAA8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAD_DAAefsADgPwAMAHABgAMAGAAwAQADABAAIAECAgAQ4GABnAYAGwBgAPCGAAYIYABhhgAGGGAAYc4AB__AAD9wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAOAAAAwAAACAAAAMAAAAeAAAB8AAAGYAAAYwAABhAAAAEAAABwAAAMAEABgAYAEAAgAQHDABAf4AGD_AAYYAAA_AAABwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABgGAAGAeAAIBAAAgEAACAQAAYBAABgEAAGAQAAYBAABgMAADAwAAH-AAAHwAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
const QUERY =
  "AAAAAAAAAAAAAAAAAAAAwAAADAAAAMAAAAgAAACAAAAYAAABgIAAGfwAAfgAABwAAAEAAAAQAAABAAAAEAAAAcAAAA_wAAA_gAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
const MOVED =
  "AAAAAAAAAAAAAAAA4AAYDgABgMAAGAwAAQDAABAIAAEBgAAQGAABAYAAEBAAAQMAABgwAAGGAAAPwAAAeAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/** An example of each sign stands before the next of each; a link of five has the first alone. */
const S = drawings({
  label: "Signs",
  symbol: "S",
  help: "Drawings of each sign: all that the network is told of it. Empty ones do not count.",
  effect: "live",
  least: MOST,
  most: MOST * SHOTS,
  side: SIDE,
  levels: 2,
  fallback: SIGNS,
  inView: true,
});
const query = drawings({
  label: "Query",
  symbol: "\\hat x",
  help: "The drawing to be named.",
  effect: "live",
  most: 1,
  side: SIDE,
  levels: 2,
  fallback: QUERY,
  inView: true,
});
const blank = (n: number): NDArray => ({
  shape: [n, SIDE, SIDE],
  data: new Float32Array(n * SIDE ** 2),
});

export const LETTERS = ["A", "B", "C", "D", "E"] as const;

/**
 * The supports of the first N signs, k of each, sign by sign, those by `hand` first: the row of each among the drawings, and the
 * sign that it is said to be of, which of one may be `wrong`.
 */
export const supportsOf = (asked: {
  readonly N: number;
  readonly k: number;
  readonly hand: string;
  readonly wrong: string;
}) =>
  Array.from({ length: asked.N * asked.k }, (_, i) => {
    const [sign, example] = [Math.floor(i / asked.k), i % asked.k];
    const isWrong = example === 0 && LETTERS[sign] === asked.wrong;
    return {
      row: MOST * ((example + Number(asked.hand) - 1) % SHOTS) + sign,
      label: isWrong ? (sign + 1) % asked.N : sign,
    };
  });

const shift = (label: string) =>
  integer({
    label,
    help: "Pixels. What leaves the paper is lost.",
    unit: "px",
    effect: "live",
    fallback: 0,
    min: -SIDE / 2,
    max: SIDE / 2,
    inView: true,
  });

export const demo = defineDemo({
  id: "matching-networks/draw",
  title: "Draw signs and a query",
  question: "Which of your signs is the query, seen once each?",
  source: { section: "§2.1", equations: ["(1)"] },
  main: ["turn", "thick", "k", "N"],
  params: {
    S,
    query,
    turn: integer({
      label: "Turn the query",
      help: "Clockwise, about its middle. Your drawing stays as it is; drag the query beside the signs to shift it.",
      unit: "°",
      effect: "live",
      fallback: 0,
      min: -180,
      max: 180,
      step: 5,
    }),
    thick: number({
      label: "Thicken it",
      help: "Pixels by which its ink grows on every side.",
      unit: "px",
      effect: "live",
      fallback: 0,
      min: 0,
      max: 3,
      step: 0.5,
    }),
    right: shift("Shift to the right"),
    down: shift("Shift down"),
    k: integer({
      label: "Examples of each",
      symbol: "k",
      help: "The shot. Empty examples do not count.",
      effect: "live",
      fallback: 1,
      min: 1,
      max: SHOTS,
    }),
    N: integer({
      label: "Signs that count",
      symbol: "N",
      help: "The way: the query is compared with the first so many.",
      effect: "live",
      fallback: 5,
      min: 2,
      max: MOST,
    }),
    hand: choice({
      label: "First example by",
      help: "Whose drawing is the first: of the signs here, three simulated drawers’.",
      effect: "live",
      fallback: "1",
      options: [
        { value: "1", label: "one drawer" },
        { value: "2", label: "another" },
        { value: "3", label: "a third" },
      ],
    }),
    wrong: choice({
      label: "One wrong label",
      help: "The first example of this sign is said to be of the next sign.",
      effect: "live",
      fallback: "none",
      options: ["none", ...LETTERS].map((value) => ({ value, label: value })),
    }),
    s: number({
      label: "Scale",
      symbol: "s",
      help: "Multiplies the cosines before the softmax; 1 in the paper. The answer of one example each stays, its certainty changes.",
      effect: "live",
      fallback: 10,
      min: 1,
      max: 100,
      log: true,
    }),
    net: choice({
      label: "Trained on",
      help: "Omniglot: 1,200 characters drawn by people, 64 channels. Glyphs: 890 characters by simulated drawers, 16 channels. Neither saw these signs.",
      effect: "restart",
      fallback: "omniglot",
      options: [
        { value: "omniglot", label: "Omniglot" },
        { value: "glyphs", label: "Glyphs" },
      ],
    }),
    norm: choice({
      label: "Batch norm by",
      help: "Statistics stored in training, so that each drawing is embedded as if alone; or those of signs and query together, so that a change of one moves all.",
      effect: "live",
      fallback: "stored",
      options: [
        { value: "stored", label: "stored" },
        { value: "together", label: "all drawn" },
      ],
    }),
    lot: toggle({
      label: "Ask 100 others too",
      help: "Queries by lot of Glyphs’ test characters, five signs at a time, handled and mislabelled alike. A second or two.",
      effect: "live",
      fallback: false,
    }),
  },
  measures: {
    learned: { label: "answer by the embedding", help: "Number of the sign, from 1." },
    learnedP: { label: "its probability", help: "P of that sign." },
    pixels: { label: "answer by pixels", help: "Number of the sign, from 1." },
    pixelsP: { label: "its probability", help: "P of that sign." },
    prototypes: { label: "answer by prototypes", help: "Number of the sign, from 1." },
    prototypesP: { label: "its probability", help: "P of that sign." },
    lotLearned: { label: "of others right, embedding", help: "A share; 0 unless asked." },
    lotPixels: { label: "of others right, pixels", help: "A share; 0 unless asked." },
    lotPrototypes: { label: "of others right, prototypes", help: "A share; 0 unless asked." },
  },
  outputs: {
    handled: { label: "the query as handled", shape: "[28, 28]" },
    a: { label: "attention by the embedding", shape: "[m]" },
    aPixels: { label: "attention by pixels", shape: "[m]" },
    P: { label: "P by pixels, embedding and prototypes", shape: "[3, N]" },
  },
  presets: {
    wrong: {
      label: "Pixels are wrong",
      says: "The query is B by another hand: smaller and in another place. Where do the wide lines lead?",
      values: {},
    },
    turned: {
      label: "Turned by 20°",
      says: "The same query, turned: move the slider further, and see who holds.",
      values: { turn: 20 },
    },
    label: {
      label: "A wrong label",
      says: "B’s only example is labelled C: nothing else is known of B. Then set k to 2.",
      values: { wrong: "B" },
    },
    own: {
      label: "Your own signs",
      says: "Draw two signs, then one of them again as the query.",
      values: { S: blank(MOST), query: blank(1), N: 2 },
    },
    second: {
      label: "A wrong label of two",
      says: "Another example of B is labelled rightly. Who believes it?",
      values: { wrong: "B", k: 2 },
    },
    moved: {
      label: "The same, moved",
      says: "The query is E itself, pixel by pixel, moved by five to the left and six up.",
      values: { query: query.parse(MOVED).value },
    },
    others: {
      label: "100 other queries",
      says: "Turned by 30°, and 100 by lot likewise: is it this query alone? The answer counts them.",
      values: { turn: 30, lot: true },
    },
    plain: {
      label: "Plain cosine, s = 1",
      says: "The paper’s kernel: the answer stays, but no sign of five can get more than 0.405.",
      values: { s: 1 },
    },
  },
  data: { glyphs: "data/glyphs.bin" },
  weights: [
    { file: "weights/matching-glyphs.safetensors", when: { net: "glyphs" } },
    { file: "weights/matching-omniglot.safetensors", when: {} },
  ],
});

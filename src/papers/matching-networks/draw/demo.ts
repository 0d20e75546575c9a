import type { NDArray } from "../../../contract/array.ts";
import { drawings } from "../../../contract/drawings-param.ts";
import { defineDemo } from "../../../contract/demo.ts";
import { choice, integer, number, toggle } from "../../../contract/params.ts";

/** Pixels of a side, and at most so many signs and examples of each. */
export const [SIDE, MOST, SHOTS] = [28, 5, 3];

/** Five characters of Glyphs’ scripts for testing, as links write them: each by another simulated drawer, then all by one more. The query is the second by yet another. */
const SIGNS =
  "AAAAAAAAAAAAAAAABAAAAEAAAAQAAABAAAAGAAAAYAAABgAAAGAAAAQAAB9AAAH-AAAAQAAABAAAAEAAAAQAAABAAAAEAAAAQAAABAAAAEAAAAQAAABgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABgAAAGAAAAYAAABAAAAEAAAAwAAADAAAAP_-AB__AAGAAAAYAAADAAAAMAAAA4AAABwAAABwAAADwAAADwAAADwAAAAAAAAAAAAAAAAAAAAAAAAAAcBgAP-GABwcYAMAcgBgAaAGAA4AQABgBgAGACMAYAJgBAA0AEABwAQADABAAMAEAAwwYABBBgAEOGAAYsYAA-fgAAAaAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABgAAAMAAAAwAAABwAAAPwAAA2AAABwIAAEwgAATjAAB-MAAD_gAAAOAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAHAADAcAAMBgAAwGAACAYAAIBAAAgMAACAwAAIDAAAgIAACBgAAMGAAAwwAAB-AAADwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAAABAAAAEAAAAQAAABAAAAEAAAH4AAABgAAAGAAAAYAAAAgAAACAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACAAAAYAAABgAAACAAAAIAAAAgAAACA_AAN_4AA_AAADAAAAMAAAAwAAADAAAAEAAAAYAAAAwAAAB4YAAD_wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA_wgAHDmAAwDYAGAFgAYAeADAB4AMADgAwAGADCAYAM4BgA3AGADwAIAOAAwAwADADAgMAYDAwBgMBACAwGAMDAYA8eBgA_veAA4f4AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAMAAABwAAAEAAAAYAAABwAAANgAAAyAAADIAAABgAAAMAAABgYAAEAgAAxDAADGMAAH9wAAO-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAADAAAAIABAAgAGACAAYAMABgAwACADAAMAMAAwAwADABAAMAGAAwAYABABgAGAGAAYAIABgAgAGACAAYAYABgBgAGAGAAPhwAA_-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
const QUERY =
  "AAAAAAAAAAAAAAAAAAAAwAAADAAAAMAAAAgAAACAAAAYAAABgIAAGfwAAfgAABwAAAEAAAAQAAABAAAAEAAAAcAAAA_wAAA_gAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/** An example of each sign stands before the next of each; a link of five has the first alone. */
const S = drawings({
  label: "Signs",
  symbol: "S",
  help: "Drawings of each sign: all that the network is told of it.",
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
const E = S.fallback.data.slice(4 * SIDE ** 2, 5 * SIDE ** 2);
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
    help: "What leaves the paper is lost.",
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
      help: "Clockwise. Your drawing stays as it is. Drag the query to shift it.",
      unit: "°",
      effect: "live",
      fallback: 0,
      min: -180,
      max: 180,
      step: 5,
    }),
    thick: number({
      label: "Thicken it",
      help: "Ink that is added on every side.",
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
      help: "The shot. Empty drawings do not count.",
      effect: "live",
      fallback: 1,
      min: 1,
      max: SHOTS,
    }),
    N: integer({
      label: "Signs that count",
      symbol: "N",
      help: "The way: the first so many.",
      effect: "live",
      fallback: 5,
      min: 2,
      max: MOST,
    }),
    hand: choice({
      label: "First example by drawer",
      help: "The signs here were drawn by two each, simulated.",
      effect: "live",
      fallback: "1",
      options: ["1", "2"].map((value) => ({ value, label: value })),
    }),
    wrong: choice({
      label: "One wrong label",
      help: "The first example of this sign is labelled as the next sign.",
      effect: "live",
      fallback: "none",
      options: ["none", ...LETTERS].map((value) => ({ value, label: value })),
    }),
    s: number({
      label: "Scale",
      symbol: "s",
      help: "Multiplies the cosines; 1 in the paper. More makes answers surer.",
      effect: "live",
      fallback: 10,
      min: 1,
      max: 100,
      log: true,
    }),
    net: choice({
      label: "Trained on",
      help: "Omniglot: 1,200 characters by people, 64 channels. Glyphs: 890 by simulated drawers, 16 channels. Neither saw these signs.",
      effect: "restart",
      fallback: "omniglot",
      options: [
        { value: "omniglot", label: "Omniglot" },
        { value: "glyphs", label: "Glyphs" },
      ],
    }),
    norm: choice({
      label: "Batch norm by",
      help: "Stored in training, or those of all that is drawn: then a change of one moves all.",
      effect: "live",
      fallback: "stored",
      options: [
        { value: "stored", label: "stored" },
        { value: "together", label: "all drawn" },
      ],
    }),
    lot: toggle({
      label: "Ask 100 others too",
      help: "By lot, of Glyphs’ test characters, five at a time, treated alike.",
      effect: "live",
      fallback: false,
    }),
  },
  measures: {
    learned: { label: "embedding", help: "Number of the sign, from 1." },
    learnedP: { label: "P", help: "P of that sign." },
    pixels: { label: "pixels", help: "Number of the sign, from 1." },
    pixelsP: { label: "P", help: "P of that sign." },
    prototypes: { label: "prototypes", help: "Number of the sign, from 1." },
    prototypesP: { label: "P", help: "P of that sign." },
    lotLearned: {
      label: "embedding",
      help: "Share of others that it names rightly; 0 unless asked.",
    },
    lotPixels: { label: "pixels", help: "Share of others that it names rightly; 0 unless asked." },
    lotPrototypes: {
      label: "prototypes",
      help: "Share of others that it names rightly; 0 unless asked.",
    },
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
      says: "The query is B by another hand: smaller and elsewhere. Where do the wide lines lead?",
      values: {},
    },
    turned: {
      label: "Turned by 20°",
      says: "Turned a little: who holds?",
      values: { turn: 20 },
    },
    second: {
      label: "A wrong label",
      says: "B’s first example is labelled C. Who believes the second? With k = 1 nobody can.",
      values: { wrong: "B", k: 2 },
    },
    own: {
      label: "Your own signs",
      says: "Draw two signs, then one of them again as the query.",
      values: { S: blank(MOST), query: blank(1), N: 2 },
    },
    moved: {
      label: "The same, moved",
      says: "The query is E itself, five pixels to the left and six up.",
      values: { query: { shape: [1, SIDE, SIDE], data: E }, right: -5, down: -6 },
    },
    others: {
      label: "100 other queries",
      says: "Is it this query alone? The answer counts 100 by lot, turned likewise.",
      values: { turn: 30, lot: true },
    },
    plain: {
      label: "Plain cosine, s = 1",
      says: "The paper’s kernel: no sign of five can get more than 0.405.",
      values: { s: 1 },
    },
  },
  deals: { S: "S", query: "query", signs: MOST, shots: SHOTS },
  data: { glyphs: "data/glyphs.bin" },
  weights: [
    { file: "weights/matching-glyphs.safetensors", when: { net: "glyphs" } },
    { file: "weights/matching-omniglot.safetensors", when: {} },
  ],
});

import type { NDArray } from "../../../contract/array.ts";
import { drawings } from "../../../contract/drawings-param.ts";
import { defineDemo } from "../../../contract/demo.ts";
import { choice, integer, number } from "../../../contract/params.ts";

export const SIDE = 28;
export const MOST = 5;

/** Five characters of Glyphs’ scripts for testing, each by one simulated drawer, as links write them, and the second by another. */
const SIGNS =
  "AAAAAAAAAAAAAAAABAAAAEAAAAQAAABAAAAGAAAAYAAABgAAAGAAAAQAAB9AAAH-AAAAQAAABAAAAEAAAAQAAABAAAAEAAAAQAAABAAAAEAAAAQAAABgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABgAAAGAAAAYAAABAAAAEAAAAwAAADAAAAP_-AB__AAGAAAAYAAADAAAAMAAAA4AAABwAAABwAAADwAAADwAAADwAAAAAAAAAAAAAAAAAAAAAAAAAAcBgAP-GABwcYAMAcgBgAaAGAA4AQABgBgAGACMAYAJgBAA0AEABwAQADABAAMAEAAwwYABBBgAEOGAAYsYAA-fgAAAaAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABgAAAMAAAAwAAABwAAAPwAAA2AAABwIAAEwgAATjAAB-MAAD_gAAAOAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAHAADAcAAMBgAAwGAACAYAAIBAAAgMAACAwAAIDAAAgIAACBgAAMGAAAwwAAB-AAADwAAAAAAAAAAAAAAAAAAAAA";
const QUERY =
  "AAAAAAAAAAAAAAAAAAAAwAAADAAAAMAAAAgAAACAAAAYAAABgIAAGfwAAfgAABwAAAEAAAAQAAABAAAAEAAAAcAAAA_wAAA_gAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
/** The fifth of them, five pixels to the left and six up. */
const MOVED =
  "AAAAAAAAAAAAAAAA4AAYDgABgMAAGAwAAQDAABAIAAEBgAAQGAABAYAAEBAAAQMAABgwAAGGAAAPwAAAeAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

const S = drawings({
  label: "Signs",
  symbol: "S",
  help: "One drawing of each sign: all that the network is told of it.",
  effect: "live",
  least: MOST,
  most: MOST,
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

export const demo = defineDemo({
  id: "matching-networks/draw",
  title: "Draw signs and a query",
  question: "Which of your signs is the query, seen once each?",
  source: { section: "§2.1", equations: ["(1)"] },
  main: ["N", "s", "net", "norm"],
  params: {
    S,
    query,
    N: integer({
      label: "Signs that count",
      symbol: "N",
      help: "The query is compared with the first so many.",
      effect: "live",
      fallback: 5,
      min: 2,
      max: MOST,
    }),
    s: number({
      label: "Scale",
      symbol: "s",
      help: "Multiplies the cosines before the softmax; 1 in the paper. The answer stays, its certainty changes.",
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
  },
  measures: {
    learned: { label: "answer by the embedding", help: "Number of the sign, from 1." },
    learnedP: { label: "its probability", help: "P of that sign." },
    pixels: { label: "answer by pixels", help: "Number of the sign, from 1." },
    pixelsP: { label: "its probability", help: "P of that sign." },
  },
  outputs: {
    a: { label: "attention by the embedding", shape: "[N]" },
    aPixels: { label: "attention by pixels", shape: "[N]" },
  },
  presets: {
    wrong: {
      label: "Pixels are wrong",
      says: "The query is B by another hand: smaller and in another place. Where do the wide lines lead?",
      values: {},
    },
    moved: {
      label: "The same, moved",
      says: "The query is E itself, pixel by pixel, moved by five to the left and six up.",
      values: { query: query.parse(MOVED).value },
    },
    plain: {
      label: "Plain cosine, s = 1",
      says: "The paper’s kernel: the answer stays, but no sign of five can get more than 0.405.",
      values: { s: 1 },
    },
    own: {
      label: "Your own signs",
      says: "Draw two signs, then one of them again as the query.",
      values: { S: blank(MOST), query: blank(1), N: 2 },
    },
  },
  weights: [
    { file: "weights/matching-glyphs.safetensors", when: { net: "glyphs" } },
    { file: "weights/matching-omniglot.safetensors", when: {} },
  ],
});

import { defineDemo } from "../../../contract/demo.ts";
import { integer, number, toggle } from "../../../contract/params.ts";
import { pictureParams } from "../../../contract/picture-params.ts";

/** Pixels a side: A and B of the paper. */
export const SIDE = 28;
/** Room left of the image and above it, in pixels, for a window that slides off; on the other sides there is less. */
export const ROOM = { before: 6.5, after: 2.5 };
const LOWEST = -ROOM.before;
const HIGHEST = SIDE - 1 + ROOM.after;
/** A weight below this counts as not seeing. */
export const SEEN = 0.01;

const centre = (axis: "X" | "Y", way: string, edge: string) =>
  number({
    label: `Centre, ${way}`,
    symbol: `g_${axis}`,
    help: `The window’s middle: pixels from the ${edge}, counted from 0.`,
    effect: "live",
    fallback: 13.5,
    min: LOWEST,
    max: HIGHEST,
    inView: true,
  });

export const demo = defineDemo({
  id: "draw/filterbank",
  title: "The window and its filters",
  question: "What does DRAW see through its window?",
  source: { section: "§3.2", equations: ["(19)–(29)"] },
  params: {
    delta: number({
      label: "Stride",
      symbol: "\\delta",
      help: "Pixels between grid points: longer ones make a larger window.",
      effect: "live",
      fallback: 4,
      min: 0.25,
      max: 27,
      log: true,
    }),
    sigma2: number({
      label: "Variance",
      symbol: "\\sigma^2",
      help: "Of each filter, in square pixels: larger ones average more.",
      effect: "live",
      fallback: 1,
      min: 0.05,
      max: 50,
      log: true,
    }),
    N: integer({
      label: "Grid points",
      symbol: "N",
      help: "A side: the patch has N × N numbers.",
      effect: "live",
      fallback: 5,
      min: 2,
      max: 12,
    }),
    gamma: number({
      label: "Intensity",
      symbol: "\\gamma",
      help: "Reading multiplies by it, writing divides by it.",
      effect: "live",
      fallback: 1,
      min: 0.1,
      max: 10,
      log: true,
    }),
    mixed: toggle({
      label: "Mistake: mixed-up grid",
      help: "Counts from 0 in the formula that counts from 1: the grid is δ − 1 pixels off.",
      effect: "live",
      fallback: false,
    }),
    bracket: toggle({
      label: "Mistake: wrong bracket",
      help: "Squares 2σ² with the distance: variances become 2σ⁴.",
      effect: "live",
      fallback: false,
    }),
    guard: toggle({
      label: "Mistake: guarded division",
      help: "Divides by the row’s sum plus 10⁻⁸: rows far off the image become zeros.",
      effect: "live",
      fallback: false,
    }),
    ...pictureParams(50, SIDE),
    gX: centre("X", "across", "left"),
    gY: centre("Y", "down", "top"),
  },
  measures: {
    first: { label: "first grid point", help: "Across, in pixels." },
    last: { label: "last grid point", help: "Across, in pixels." },
    outside: { label: "points off the image", help: "Of the N²." },
    blind: {
      label: "columns unseen",
      help: "Weights below 0.01 in every filter.",
    },
    variance: {
      label: "variance of a filter",
      help: "The middle one’s, in square pixels.",
    },
    lost: { label: "rows lost", help: "Zeros, of both filterbanks." },
  },
  outputs: {
    x: { label: "picture", shape: "[28, 28]" },
    grid: { label: "grid points, across and down", shape: "[2, N]" },
    deviation: { label: "standard deviation of the filters", shape: "[1]" },
    FX: { label: "filters across", shape: "[N, 28]" },
    FY: { label: "filters down", shape: "[N, 28]" },
    patch: { label: "patch", shape: "[N, N]" },
    painted: { label: "painted back", shape: "[28, 28]" },
  },
  presets: {
    usual: {
      label: "A look",
      says: "Drag the window, pull its side.",
      values: {},
    },
    close: {
      label: "Blurred close-up",
      says: "A small δ, a large σ²: neighbours see nearly the same.",
      values: { N: 12, delta: 1, sigma2: 8 },
    },
    coarse: {
      label: "Coarse sampling",
      says: "A large δ, a small σ²: all of the image, with holes.",
      values: { delta: 6.75, sigma2: 0.3 },
    },
    mixedUp: {
      label: "Mixed-up grid",
      says: "The table’s third row: the window should span the image.",
      values: { delta: 6.75, mixed: true },
    },
    nearlyBlind: {
      label: "Two points a side",
      says: "As DRAW reads MNIST, wide open: four corners, which are blank.",
      values: { N: 2, delta: 27 },
    },
    wrongBracket: {
      label: "Wrong bracket",
      says: "Set σ² below and above ½; its switch is in All settings.",
      values: { sigma2: 3, bracket: true },
    },
    zeros: {
      label: "Guarded division",
      says: "Half off the image, outer filters become zeros.",
      values: { gX: 2, delta: 5, guard: true },
    },
  },
  data: { digits: "data/digits.bin" },
});

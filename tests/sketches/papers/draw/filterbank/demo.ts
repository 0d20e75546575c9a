import { defineDemo } from "../../../../../src/contract/demo.ts";
import { drawings } from "../../../../../src/contract/drawings-param.ts";
import { integer, number } from "../../../../../src/contract/params.ts";

/** Pixels a side. */
export const SIDE = 28;

/** A sign of two strokes, as links write it. */
const SIGN =
  "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA__8AAAAAAAAAAAAAAA____AAAAAAAAAAAAAA__AP_wAAAAAAAAAAAA__AAD_AAAAAAAAAAAAD_8AAP_wAAAAAAAAAAAP8AAA_wAAAAAAAAAAAA__AAD_AAAAAAAAAAAAAP8AAP8AAAAAAAAAAAAA_____wAAAAAAAAAAAAAP____AAAAAAAAAAAAAA______AAAAAAAAAAAA__AAD_8AAAAAAAAAAAD_AAAA_wAAAAAAAAAAAP8AAAD_8AAAAAAAAAAA_wAAAP8AAAAAAAAAAAD_AAAA_wAAAAAAAAAAAP_wAA__AAAAAAAAAAAAD_____AAAAAAAAAAAAAA____AAAAAAAAAAAAAAAP_wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/** An instant figure: values in, picture out. */
export const demo = defineDemo({
  id: "draw/filterbank",
  title: "The window",
  question: "What does DRAW see through its window?",
  source: { section: "§3.2", equations: ["(19)", "(25)", "(27)", "(29)"] },
  params: {
    ink: drawings({
      label: "Picture",
      help: "What is looked at.",
      effect: "live",
      most: 1,
      side: SIDE,
      levels: 16,
      fallback: SIGN,
      inView: true,
    }),
    gX: number({
      label: "Centre, across",
      symbol: "g_X",
      help: "Where the window’s middle lies, in pixels from the left.",
      effect: "live",
      fallback: 14,
      min: 0,
      max: SIDE - 1,
      inView: true,
    }),
    gY: number({
      label: "Centre, down",
      symbol: "g_Y",
      help: "Where the window’s middle lies, in pixels from the top.",
      effect: "live",
      fallback: 14,
      min: 0,
      max: SIDE - 1,
      inView: true,
    }),
    delta: number({
      label: "Stride",
      symbol: "\\delta",
      help: "Pixels between two filters: with a larger one the window is larger.",
      effect: "live",
      fallback: 4,
      min: 0.2,
      max: 7,
    }),
    sigma2: number({
      label: "Variance",
      symbol: "\\sigma^2",
      help: "Of each filter: with a larger one it sees a blur.",
      effect: "live",
      fallback: 1,
      min: 0.05,
      max: 20,
      log: true,
    }),
    N: integer({
      label: "Filters",
      symbol: "N",
      help: "Filters along a side of the patch.",
      effect: "live",
      fallback: 5,
      min: 1,
      max: 12,
    }),
  },
  measures: {
    numbers: { label: "numbers seen", help: "N² of 784." },
    ink: { label: "ink seen", help: "The patch’s sum over the picture’s." },
  },
  outputs: {
    FX: { label: "filters across", shape: "[N, 28]" },
    FY: { label: "filters down", shape: "[N, 28]" },
    patch: { label: "patch", shape: "[N, N]" },
    repaint: { label: "painted back", shape: "[28, 28]" },
    centre: { label: "the window’s middle", shape: "[2]" },
  },
  presets: {
    usual: { label: "Usual", says: "Five filters a side see a part.", values: {} },
    close: { label: "Close up", says: "A small stride: a detail.", values: { delta: 0.8, N: 12 } },
    whole: { label: "All of it", says: "A large stride: a blur of all.", values: { delta: 6.5 } },
  },
});

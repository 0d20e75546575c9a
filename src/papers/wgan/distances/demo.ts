import type { NDArray } from "../../../contract/array.ts";
import { defineDemo } from "../../../contract/demo.ts";
import { choice, number } from "../../../contract/params.ts";
import { points } from "../../../contract/points-param.ts";

/** Heaps lie at 0 to 4. */
export const PLACES = 5;
/** θ at either end. */
export const FARTHEST = 1;

const heaps = (...masses: readonly number[]): NDArray => ({
  shape: [PLACES, 1],
  data: Float32Array.from(masses),
});

const masses = (label: string, symbol: string, help: string, fallback: string) =>
  points({
    label,
    symbol,
    help,
    effect: "live",
    least: PLACES,
    most: PLACES,
    box: [[0, 1]],
    fallback,
    inView: true,
  });

export const demo = defineDemo({
  id: "wgan/distances",
  title: "Four distances at hand",
  question: "Which distance tells the model where to go?",
  source: { section: "§2, Example 1", equations: ["(1)"] },
  params: {
    what: choice({
      label: "Compare",
      help: "The two parallel lines of Example 1, or heaps of mass at five places.",
      effect: "live",
      fallback: "lines",
      options: [
        { value: "lines", label: "lines" },
        { value: "heaps", label: "heaps" },
      ],
    }),
    sigma: number({
      label: "Thickness",
      help: "Standard deviation of a Gaussian profile across both lines; at 0 they are thin.",
      idle: { when: { what: "heaps" }, says: "of lines alone" },
      effect: "live",
      fallback: 0,
      min: 0,
      max: 0.4,
      step: 0.05,
    }),
    theta: number({
      label: "Shift",
      symbol: "\\theta",
      help: "Where the model’s line lies; that of the data is at 0.",
      effect: "live",
      fallback: 0.6,
      min: -FARTHEST,
      max: FARTHEST,
      inView: true,
    }),
    p: masses("Data", "P_r", "Mass of the data at 0 to 4.", "AIAAAAAAAAAAgA"),
    q: masses("Model", "P_\\theta", "Mass of the model at 0 to 4.", "AAAAgACAAAAAAA"),
  },
  measures: {
    W: { label: "W", symbol: "W", help: "Earth-mover distance." },
    JS: { label: "JS", help: "Jensen–Shannon divergence, in nats." },
    TV: { label: "δ", symbol: "\\delta", help: "Total variation." },
    inverseKL: {
      label: "1 / (1 + KL)",
      help: "Of KL(P_r ‖ P_θ) in nats: 0 where that is infinite, 1 where it is 0.",
    },
    missing: { label: "data without model", help: "Mass of the data where the model has none." },
    slopeW: { label: "slope of W", help: "By θ; of lines alone." },
    slopeJS: { label: "slope of JS", help: "By θ; of lines alone." },
    slopeTV: { label: "slope of δ", help: "By θ; of lines alone." },
    slopeKL: { label: "slope of KL", help: "By θ; of lines with a thickness." },
  },
  outputs: {
    curves: { label: "W, JS, δ and KL against θ", shape: "[4, t]" },
    plan: { label: "plan of least cost", shape: "[n, n]" },
  },
  presets: {
    apart: {
      label: "Two lines",
      says: "Drag the model’s line: W alone knows how far, and which way.",
      values: {},
    },
    thick: {
      label: "Thick lines",
      says: "With overlap JS has a slope. Drag the model away: it fades.",
      values: { sigma: 0.1, theta: 0.3 },
    },
    example: {
      label: "By hand",
      says: "The example of the next section: 0 goes to 1, and 4 to 2.",
      values: { what: "heaps" },
    },
    nearer: {
      label: "Nearer",
      says: "The model’s mass at 2 has moved to 3: W alone falls.",
      values: { what: "heaps", q: heaps(0, 0.5, 0, 0.5, 0) },
    },
    overlap: {
      label: "Overlap",
      says: "The model covers all that the data cover: KL is finite.",
      values: { what: "heaps", p: heaps(0, 0.5, 0.5, 0, 0), q: heaps(0, 0.25, 0.25, 0.25, 0.25) },
    },
  },
});

import { defineDemo } from "../../../contract/demo.ts";
import { choice, dice, integer, number } from "../../../contract/params.ts";

/** Sets that are drawn as points. */
export const SHOWN = 320;

/** Section 5.1: the families, all equally likely, and what means and variances are uniform in. */
export const FAMILIES = ["exponential", "gaussian", "uniform", "laplace"] as const;
export const MEANS = [-1, 1] as const;
export const VARIANCES = [0.5, 2] as const;
/** The same families as words. */
export const FAMILY_NAMES = ["exponential", "Gaussian", "uniform", "Laplace"] as const;

/** The reader's set at first: presets bring it back. */
const USUAL = { family: "exponential", mean: 0, V: 1, items: 200 } as const;

export const demo = defineDemo({
  id: "neural-statistician/distributions",
  title: "Sets of numbers as points in space",
  question: "Does a network that is told of no families put sets of one family together?",
  source: { section: "§5.1", equations: [] },
  main: ["family", "colour"],
  params: {
    family: choice({
      label: "Your set",
      help: "What your numbers are drawn from.",
      effect: "view",
      fallback: "exponential",
      options: [
        { value: "exponential", label: "Exponential" },
        { value: "gaussian", label: "Gaussian" },
        { value: "uniform", label: "Uniform" },
        { value: "laplace", label: "Laplace" },
        { value: "bumps", label: "two bumps" },
      ],
    }),
    mean: number({
      label: "Mean",
      help: "Training saw −1 to 1.",
      effect: "view",
      inView: true,
      fallback: 0,
      min: -2,
      max: 2,
    }),
    V: number({
      label: "Variance",
      symbol: "V",
      help: "Training saw 0.5 to 2.",
      effect: "view",
      inView: true,
      fallback: 1,
      min: 0.1,
      max: 4,
    }),
    colour: choice({
      label: "Points by",
      help: "What a mark tells of its set; the network is told none of it.",
      effect: "view",
      redraws: true,
      fallback: "family",
      options: [
        { value: "family", label: "family" },
        { value: "mean", label: "mean" },
        { value: "variance", label: "variance" },
      ],
    }),
    items: integer({
      label: "Numbers in your set",
      help: "Training sets have 200.",
      effect: "view",
      fallback: 200,
      min: 1,
      max: 400,
    }),
    again: dice({
      label: "Your numbers",
      help: "Others of the same distribution.",
      effect: "view",
      below: 1000,
    }),
    start: choice({
      label: "Start",
      help: "Random weights, or those of a long training.",
      effect: "restart",
      fallback: "trained",
      options: [
        { value: "trained", label: "trained weights" },
        { value: "fresh", label: "random weights" },
      ],
    }),
    alpha: number({
      label: "Learning rate",
      help: "Length of Adam’s steps.",
      effect: "live",
      fallback: 3e-4,
      min: 1e-5,
      max: 0.01,
      log: true,
    }),
    B: integer({
      label: "Sets in a batch",
      symbol: "B",
      help: "The paper has 16.",
      effect: "live",
      fallback: 16,
      min: 2,
      max: 32,
    }),
    S: integer({
      label: "Numbers in a set",
      symbol: "S",
      help: "In training.",
      effect: "live",
      fallback: 200,
      min: 5,
      max: 400,
      step: 5,
    }),
    dz: integer({
      label: "Latent length",
      symbol: "d_z",
      help: "Numbers in z. The paper has 32.",
      effect: "restart",
      fallback: 4,
      min: 1,
      max: 32,
    }),
    hidden: integer({
      label: "Hidden units",
      help: "Of networks that read an item; twice as many of sets. The paper has 128.",
      effect: "restart",
      fallback: 32,
      min: 8,
      max: 64,
      step: 8,
    }),
  },
  steps: {
    name: "step",
    stopAt: 1000,
    measureEvery: 100,
    metrics: {
      R: {
        label: "R, reconstruction",
        symbol: "R_D",
        help: "Log-likelihood of the numbers given their latents, in nats a number.",
      },
      C: {
        label: "C, of the contexts",
        symbol: "C_D",
        help: "What the contexts cost, in nats a number.",
      },
      L: {
        label: "L, of the latents",
        symbol: "L_D",
        help: "What the latents cost, in nats a number.",
      },
    },
    recovery: { says: "Set the learning rate to 0.001", values: { alpha: 1e-3 } },
  },
  measures: {
    bound: {
      label: "bound",
      symbol: "\\mathcal L_D",
      help: "R − C − L on fresh sets, in nats a number. The true distributions give −1.330, one Gaussian −1.649.",
      chart: "bound",
    },
    purity: {
      label: "family purity",
      help: "Share of a set’s four nearest that are of its family, of 400 sets. By chance 0.25.",
      chart: "told",
    },
    meanFit: {
      label: "mean from context",
      help: "R² of a linear map from contexts to means, on other sets.",
      chart: "told",
    },
    varianceFit: {
      label: "variance from context",
      help: "The same for the sets’ variances.",
    },
  },
  charts: {
    told: { title: "What the contexts tell", y: "share", bounds: [0, 1] },
    bound: { title: "Bound", y: "nats a number" },
  },
  outputs: {
    contexts: { label: "contexts of sets, means of q(c | D)", shape: "[n, 3]" },
    causes: {
      label: "family, mean and variance",
      shape: "[n, 3]",
      each: "change",
    },
    own: { label: "your numbers", shape: "[items]", each: "change" },
    ownContext: { label: "its context", shape: "[3]" },
    made: { label: "new numbers", shape: "[m]" },
  },
  presets: {
    trained: {
      label: "Trained before",
      says: "Drag your set’s mean or spread: its context follows, and the line shows what it has kept.",
      values: USUAL,
    },
    fresh: {
      label: "From scratch",
      says: "Points line up by their mean at once; the families part much later.",
      values: { ...USUAL, start: "fresh", alpha: 3e-3 },
    },
    stranger: {
      label: "A stranger",
      says: "Two bumps: no set in training was like it. See what the line makes of it.",
      values: { ...USUAL, family: "bumps" },
    },
    handful: {
      label: "Ten numbers",
      says: "So few numbers could be of any family. Where does their context fall?",
      values: { ...USUAL, family: "laplace", items: 10 },
    },
  },
  weights: [
    {
      file: "weights/statistician-distributions.safetensors",
      when: { start: "trained" },
      fits: { dz: 4, hidden: 32 },
      instead: { says: "Begin from random weights", values: { start: "fresh", alpha: 3e-3 } },
    },
  ],
});

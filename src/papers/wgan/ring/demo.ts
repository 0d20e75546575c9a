import { defineDemo } from "../../../contract/demo.ts";
import { choice, integer, number } from "../../../contract/params.ts";

/** Modes of each distribution; on the roll, tenths of the curve. */
export const MODES = { ring: 8, grid: 25, roll: 10 } as const;
/** Half the width of the plane that is drawn. */
export const FIELD_REACH = 2.2;

export const demo = defineDemo({
  id: "wgan/ring",
  title: "GAN and WGAN on points in the plane",
  question: "Does the generator find every mode, and does the loss say so?",
  source: { section: "§3, Algorithm 1; §4.2", equations: ["(2)", "(3)"] },
  main: ["alpha", "c", "nCritic", "loss"],
  params: {
    data: choice({
      label: "Data",
      help: "The distribution to imitate. The ring and the grid have separate modes; the roll is one curve.",
      effect: "restart",
      fallback: "ring",
      options: [
        { value: "ring", label: "8 Gaussians" },
        { value: "grid", label: "5 × 5 grid" },
        { value: "roll", label: "Swiss roll" },
      ],
    }),
    loss: choice({
      label: "Loss",
      help: "WGAN: the critic estimates a distance and its weights are clipped. GAN: a discriminator tells real from made; the generator maximises its log-probability of “real” (non-saturating).",
      effect: "restart",
      fallback: "wgan",
      options: [
        { value: "wgan", label: "WGAN" },
        { value: "gan", label: "GAN" },
      ],
    }),
    start: choice({
      label: "Start",
      help: "Random weights, or those of a WGAN trained before on the ring, with 64 hidden units.",
      effect: "restart",
      fallback: "fresh",
      options: [
        { value: "fresh", label: "random weights" },
        { value: "trained", label: "trained weights" },
      ],
    }),
    optimizer: choice({
      label: "Optimiser",
      help: "The paper trains the WGAN with RMSProp and reports trouble with momentum (Adam with β₁ > 0).",
      effect: "restart",
      fallback: "rmsprop",
      options: [
        { value: "rmsprop", label: "RMSProp" },
        { value: "adam", label: "Adam, β₁ = 0.5" },
      ],
    }),
    hidden: integer({
      label: "Hidden units",
      help: "Width of the two hidden layers of both networks.",
      effect: "restart",
      fallback: 64,
      min: 4,
      max: 256,
      step: 4,
    }),
    alpha: number({
      label: "Learning rate",
      symbol: "\\alpha",
      help: "Length of an optimiser’s step, for both networks. Too long, and the critic is never near its optimum.",
      effect: "live",
      fallback: 3e-3,
      min: 1e-5,
      max: 0.1,
      log: true,
    }),
    c: number({
      label: "Clipping bound",
      symbol: "c",
      help: "After each update every critic weight is forced into [−c, c]. Small: the critic is nearly flat. Large: it is steep and slow to settle.",
      idle: { when: { loss: "gan" }, says: "not in the GAN" },
      effect: "live",
      fallback: 0.1,
      min: 1e-3,
      max: 1,
      log: true,
    }),
    nCritic: integer({
      label: "Critic steps",
      symbol: "n_{\\text{critic}}",
      help: "Updates of the critic (or discriminator) for each update of the generator.",
      effect: "live",
      fallback: 5,
      min: 1,
      max: 20,
    }),
    m: integer({
      label: "Batch size",
      symbol: "m",
      help: "Points in each batch of data and of noise.",
      effect: "live",
      fallback: 128,
      min: 8,
      max: 512,
      step: 8,
    }),
  },
  steps: {
    name: "generator step",
    parts: [
      { name: "critic", times: "nCritic", when: { loss: "wgan" } },
      { name: "clip", when: { loss: "wgan" } },
      { name: "discriminator", times: "nCritic", when: { loss: "gan" } },
      { name: "generator" },
    ],
    stopAt: 2000,
    measureEvery: 25,
    metrics: {
      estimate: {
        label: "estimate",
        help: "What the critic reports: for the WGAN E f(x) − E f(g(z)), the distance up to the unknown factor K; for the GAN ½L + log 2, a lower bound on the Jensen-Shannon divergence (at most 0.69).",
        chart: "estimate",
      },
      generator: {
        label: "generator’s loss",
        help: "What the generator minimises: −E f(g(z)) for the WGAN, −E log D(g(z)) for the GAN.",
        chart: "generator",
      },
    },
    recovery: {
      says: "Set the learning rate to 0.003 and the clipping bound to 0.1",
      values: { alpha: 3e-3, c: 0.1 },
    },
  },
  measures: {
    em: {
      label: "exact distance",
      symbol: "W",
      help: "Exact, between 256 real and 256 made points: the best one-to-one matching, solved, not estimated.",
      chart: "distance",
    },
    floor: {
      label: "real against real",
      help: "The same distance between two batches of real points: what a perfect generator would score.",
      chart: "distance",
    },
    modes: {
      label: "modes covered",
      help: "Modes with at least 1 % of 512 made points within three standard deviations. On the Swiss roll: tenths of the curve.",
      chart: "modes",
    },
  },
  charts: {
    estimate: { title: "What the loss reports", y: "estimate" },
    distance: { title: "What is true", y: "distance" },
    modes: { title: "Modes covered", y: "modes" },
    generator: { title: "What the generator is told", y: "loss" },
  },
  outputs: {
    real: { label: "real points", shape: "[256, 2]" },
    made: { label: "made points", shape: "[512, 2]" },
    field: { label: "critic’s or discriminator’s value on a grid", shape: "[40, 40]" },
    push: { label: "where the loss pushes the first made points", shape: "[32, 2]" },
    goals: { label: "modes, reach, points needed", shape: "[k, 4]", each: "change" },
  },
  presets: {
    wgan: {
      label: "WGAN, our settings",
      says: "Watch the points go out to all eight modes, and the exact distance fall with the critic’s estimate.",
      values: {},
    },
    gan: {
      label: "GAN, same settings",
      says: "The same networks, optimiser and learning rate with the GAN’s losses: watch modes drop out, come back and drop out again.",
      values: { loss: "gan" },
    },
    slowGan: {
      label: "GAN, a third of the rate",
      says: "A GAN can do it too, with a rate that suits it. Then watch whether its reported loss follows the exact distance.",
      values: { loss: "gan", alpha: 1e-3 },
    },
    starved: {
      label: "WGAN, starved critic",
      says: "One critic step instead of five, at ten times the rate: the critic is never near its optimum.",
      values: { nCritic: 1, alpha: 0.03 },
    },
    paper: {
      label: "WGAN, the paper’s settings",
      says: "Algorithm 1 with α = 5·10⁻⁵, c = 0.01, m = 64: made for large networks, it leaves a critic this small almost flat.",
      values: { alpha: 5e-5, c: 0.01, m: 64 },
    },
    solution: {
      label: "Start at the solution",
      says: "The run begins with trained weights. Does it stay there, or go where it would have gone anyway?",
      values: { start: "trained" },
    },
    solutionGan: {
      label: "The same start, GAN",
      says: "From random weights this GAN seldom finds all modes. Given them, does it keep them?",
      values: { start: "trained", loss: "gan" },
    },
  },
  weights: [
    {
      file: "weights/wgan-ring.safetensors",
      when: { start: "trained" },
      fits: { data: "ring", hidden: 64 },
      instead: { says: "Begin from random weights", values: { start: "fresh" } },
    },
  ],
});

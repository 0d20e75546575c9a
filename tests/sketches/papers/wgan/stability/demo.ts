import { grid } from "../../../../../src/contract/branches.ts";
import { defineDemo } from "../../../../../src/contract/demo.ts";
import { choice, integer, number } from "../../../../../src/contract/params.ts";

export const AXES = { alpha: [3e-4, 3e-3, 3e-2], nCritic: [1, 3] } as const;

/** A grid of small runs. */
export const demo = defineDemo({
  id: "wgan/stability",
  title: "Rates and critic steps",
  question: "Which settings train?",
  source: { section: "§4.3", equations: [] },
  params: {
    loss: choice({
      label: "Loss",
      help: "What the two networks play for.",
      effect: "restart",
      fallback: "wgan",
      options: [
        { value: "wgan", label: "WGAN" },
        { value: "gan", label: "GAN" },
      ],
    }),
    alpha: number({
      label: "Rate",
      symbol: "\\alpha",
      help: "Length of a step of either network.",
      effect: "restart",
      fallback: 1e-3,
      min: 1e-5,
      max: 0.1,
      log: true,
    }),
    nCritic: integer({
      label: "Critic steps",
      symbol: "n_{\\text{critic}}",
      help: "Steps of the critic for each of the generator.",
      effect: "restart",
      fallback: 5,
      min: 1,
      max: 20,
    }),
  },
  steps: {
    name: "round",
    stopAt: 100,
    measureEvery: 20,
    metrics: { estimate: { label: "estimate", help: "What the critic reports." } },
  },
  measures: { em: { label: "distance", help: "Of made and real points, along the axes." } },
  outputs: { made: { label: "made points", shape: "[64, 2]" } },
  branches: grid(AXES),
});

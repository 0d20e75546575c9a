/** A demo with every kind of parameter, and views that draw it with the site's own parts; its "training" is arithmetic. */
import type { ReactNode } from "react";
import { defineDemo } from "../../src/contract/demo.ts";
import { choice, integer, number, toggle } from "../../src/contract/params.ts";
import type { Views } from "../../src/contract/view.ts";
import { Scatter } from "../../src/ui/Scatter.tsx";
import type { Trainer } from "./fake-run.ts";

export const ringDemo = defineDemo({
  id: "test/ring",
  title: "Points drawn to a ring",
  question: "Does the generator find every mode, and does the loss say so?",
  source: { section: "§3, Algorithm 1", equations: ["(2)", "(3)"] },
  stepName: "generator step",
  stopAt: 2000,
  params: {
    alpha: number({
      label: "Learning rate",
      symbol: "\\alpha",
      help: "Length of an optimiser’s step, for both networks.",
      effect: "live",
      fallback: 5e-4,
      min: 1e-5,
      max: 0.1,
      log: true,
    }),
    c: number({
      label: "Clipping bound",
      symbol: "c",
      help: "After each update every critic weight is forced into [−c, c].",
      effect: "live",
      fallback: 0.1,
      min: 0,
      max: 1,
      step: 0.01,
    }),
    nCritic: integer({
      label: "Critic steps",
      symbol: "n_{\\text{critic}}",
      help: "Updates of the critic for each update of the generator.",
      effect: "live",
      fallback: 5,
      min: 1,
      max: 20,
    }),
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
    hidden: integer({
      label: "Hidden units",
      help: "Width of the hidden layers.",
      unit: "units",
      effect: "restart",
      fallback: 64,
      min: 4,
      max: 256,
      step: 4,
    }),
    levels: toggle({
      label: "Level field",
      help: "Paints the critic’s value behind the points.",
      effect: "view",
      fallback: true,
    }),
  },
  metrics: {
    estimate: { label: "critic’s estimate", help: "What the critic reports.", chart: "loss" },
    generator: { label: "generator’s loss", help: "What the generator minimises.", chart: "loss" },
  },
  measures: {
    em: {
      label: "earth-mover distance",
      symbol: "W",
      help: "Exact, by matching.",
      chart: "distance",
    },
    modes: {
      label: "modes covered",
      help: "Modes with at least 1 % of the points.",
      chart: "modes",
    },
  },
  measureEvery: 25,
  charts: {
    loss: { title: "What the networks report", y: "loss" },
    distance: { title: "What is true", y: "distance, plane units" },
    modes: { title: "Modes covered", y: "of 8", bounds: [0, 8] },
  },
  outputs: {
    real: { label: "real points", shape: "[512, 2]" },
    made: { label: "made points", shape: "[512, 2]" },
    field: { label: "critic’s value on a grid", shape: "[48, 48]" },
  },
  presets: {
    wgan: {
      label: "WGAN, our settings",
      says: "The points are pulled out to all eight modes.",
      values: {},
    },
    gan: {
      label: "GAN, same settings",
      says: "The same networks and optimiser with the losses of the GAN: watch how many modes are left when it settles.",
      values: { loss: "gan" },
    },
    steep: {
      label: "Hardly clipped",
      says: "The critic is steep and slow to settle.",
      values: { c: 0.9 },
    },
  },
  recovery: { says: "Set the learning rate to 0.0005", values: { alpha: 5e-4 } },
});

/** Repeatable noise in [-1, 1]. */
const noise = (i: number): number => {
  const x = Math.sin(i * 12.9898) * 43758.5453;
  return 2 * (x - Math.floor(x)) - 1;
};
const COUNT = 512;
const GRID = 48;

const cloud = (spread: number, radius: number, salt: number) => ({
  shape: [COUNT, 2],
  data: Float32Array.from({ length: 2 * COUNT }, (_, i) => {
    const point = i >> 1;
    const angle = ((point % 8) * Math.PI) / 4;
    const centre = radius * (i % 2 === 0 ? Math.cos(angle) : Math.sin(angle));
    return centre + spread * (noise(i + salt) + noise(3 * i + salt) + noise(7 * i + salt));
  }),
});

export const ringTrainer: Trainer = {
  metrics: (step) => ({
    estimate: 0.9 * Math.exp(-step / 500) + 0.03 * noise(step),
    generator: -0.2 + 0.15 * Math.sin(step / 150) + 0.04 * noise(step + 5),
  }),
  measures: (step) => ({
    em: 1.6 * Math.exp(-step / 400) + 0.08,
    modes: Math.min(8, Math.floor(step / 150)),
  }),
  outputs: (step, seed) => {
    const far = 1 - Math.exp(-step / 500);
    return {
      real: cloud(0.06, 2, 0),
      made: cloud(0.5 - 0.4 * far, 2 * far, 1000 * seed + 1),
      field: {
        shape: [GRID, GRID],
        data: Float32Array.from({ length: GRID * GRID }, (_, i) => {
          const x = ((i % GRID) / (GRID - 1)) * 6 - 3;
          const y = (Math.floor(i / GRID) / (GRID - 1)) * 6 - 3;
          return (
            0.4 * Math.cos(1.4 * Math.hypot(x, y) - 2.8) + 0.12 * Math.sin(2 * x + far) * y * 0.4
          );
        }),
      },
    };
  },
};

export const ringViews: Views<typeof ringDemo, ReactNode> = {
  views: [
    {
      label: "The plane",
      needs: ["real", "made", "field"],
      draw({ outputs, values }) {
        return (
          <Scatter
            clouds={[
              { label: "generated", tone: "made", mark: "dot", xy: outputs.made?.data ?? [] },
              { label: "real", tone: "real", mark: "ring", xy: outputs.real?.data ?? [] },
            ]}
            field={
              outputs.field && values.levels
                ? {
                    label: "critic",
                    values: outputs.field.data,
                    columns: GRID,
                    rows: GRID,
                    scale: "diverging",
                  }
                : undefined
            }
            x={{ label: "x₁", domain: [-3, 3] }}
            y={{ label: "x₂", domain: [-3, 3] }}
          />
        );
      },
      describe: ({ step }) => `After ${step} steps the generated points lie near the ring.`,
    },
  ],
  finding: ({ step, series }) => {
    const em = series.em?.values.at(-1);
    return em === undefined
      ? "Nothing is measured yet."
      : `After ${step} generator steps the earth-mover distance is ${em.toFixed(2)}.`;
  },
};

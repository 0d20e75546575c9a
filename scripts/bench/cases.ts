/** What is measured: a family of programs (a folder here) and its sizes. */
import type { Implementation } from "./implementations.ts";
import type { Sizes } from "./trainer.ts";

export interface Case {
  readonly id: string;
  readonly title: string;
  readonly family: string;
  readonly sizes: Sizes;
  /** Who would take minutes for a step. */
  readonly skip?: readonly Implementation[];
}

export const CASES: readonly Case[] = [
  ...[16, 64, 256].map((hidden) => ({
    id: `mlp-${hidden}`,
    title: `MLP, ${hidden} units`,
    family: "mlp",
    sizes: { hidden },
  })),
  { id: "wgan", title: "WGAN, 5 + 1 updates", family: "wgan", sizes: { hidden: 64 } },
  ...[16, 64].flatMap((channels) =>
    [30, 80].map((images) => ({
      id: `conv-${channels}-${images}`,
      title: `4 conv blocks, ${channels} channels, ${images} images`,
      family: "conv",
      sizes: { channels, images },
      ...(channels * images > 2000 ? { skip: ["tfjs-cpu" as const] } : {}),
    })),
  ),
  { id: "lstm", title: "LSTM, 128 units, 10 steps", family: "lstm", sizes: {} },
  { id: "draw", title: "DRAW, read and write", family: "draw", sizes: {} },
  { id: "vae", title: "VAE, 784-256-20", family: "vae", sizes: {} },
  ...[64, 256, 1024].map((batch) => ({
    id: `supcon-${batch}`,
    title: `SupCon loss, batch ${batch}`,
    family: "supcon",
    sizes: { batch },
  })),
  { id: "adam", title: "Adam, 100,000 weights", family: "adam", sizes: {} },
];

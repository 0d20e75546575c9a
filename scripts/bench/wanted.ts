/** The ratios that we want to reach. */
import type { Implementation } from "./implementations.ts";

export interface Wanted {
  readonly case: string;
  readonly against: Implementation;
  readonly ratio: number;
}

const rows = (against: Implementation, ratios: Readonly<Record<string, number>>): Wanted[] =>
  Object.entries(ratios).map(([id, ratio]) => ({ case: id, against, ratio }));

export const WANTED: readonly Wanted[] = [
  ...rows("stock", { "mlp-16": 25, "mlp-64": 10, "mlp-256": 8, lstm: 8, draw: 8 }),
  ...rows("jax-js", { "mlp-16": 15, "mlp-64": 4, "mlp-256": 1.3 }),
  ...rows("tfjs-cpu", {
    "conv-16-30": 20,
    "conv-16-80": 20,
    "conv-64-30": 20,
    "conv-64-80": 20,
  }),
];

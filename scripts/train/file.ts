/** The file of weights that a finished training becomes. */
import { existsSync, readFileSync } from "node:fs";
import type { Demo } from "../../src/contract/demo.ts";
import type { Named } from "../../src/contract/weights.ts";
import {
  dataOf,
  readSafetensors,
  writeSafetensors,
  type Precision,
} from "../../src/weights/safetensors.ts";
import type { Card } from "../../src/contract/weights.ts";
import { readWeights, writeWeights } from "../../src/weights/weights-file.ts";
import type { Prepared } from "./prepared.ts";
import { scoresOfWeights } from "./held-out-scores.ts";

/** The arrays as a file of this precision gives them back. */
export const rounded = (tensors: Named, precision: Precision): Named =>
  readSafetensors(writeSafetensors(tensors, {}, precision)).tensors;

export interface Made extends Prepared {
  readonly name: string;
  readonly version: string;
  readonly steps: number;
}

/** The card of these weights, their scores measured as the file gives them. */
export async function cardOf(made: Made, tensors: Named, day: string): Promise<Card> {
  const { name, recipe, demo, dataHash, from, version, steps } = made;
  const changes = recipe.changes
    .filter(({ step }) => step < steps)
    .map(({ step, params }) => `${inWords(demo, params)} after ${step} steps`);
  const settings = [inWords(demo, recipe.settings) || "default settings", ...changes];
  return {
    title: recipe.title,
    script: `npm run train -- ${name}${steps === recipe.steps ? "" : ` --steps ${steps}`}`,
    demo: demo.id,
    settings: settings.join("; "),
    ...(from !== undefined && { from }),
    seed: recipe.seed,
    steps,
    data: recipe.data.says,
    dataHash,
    scores: await scoresOfWeights(made, rounded(tensors, recipe.precision)),
    version,
    made: day,
  };
}

const inWords = (demo: Demo, settings: Readonly<Record<string, string>>): string =>
  Object.entries(settings)
    .map(([name, text]) => `${demo.params[name]?.label.toLowerCase() ?? name} ${text}`)
    .join(", ");

/** The file's bytes. Where `path` has the same weights and scores already, its own: only its day would change. */
export async function fileOf(
  card: Card,
  tensors: Named,
  precision: Precision,
  path: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const undated = (any: Card): string => JSON.stringify({ ...any, made: "" });
  if (existsSync(path)) {
    const present = new Uint8Array(readFileSync(path));
    try {
      const old = await readWeights(present.buffer);
      const made = rounded(tensors, precision);
      const same = Buffer.compare(dataOf(old.tensors, "F32"), dataOf(made, "F32")) === 0;
      if (same && undated(old.card) === undated(card)) return present;
    } catch {
      // What lies there is no file of weights: it is replaced.
    }
  }
  return writeWeights(tensors, card, precision);
}

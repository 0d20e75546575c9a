/**
 * `npm run train -- NAME`: makes a file of trained weights by its recipe in `scripts/recipes`, headless. Ctrl-C leaves a
 * checkpoint, from which the same command goes on with the same bits. Ends with code 130 when stopped so, with 1 when the
 * numbers stopped being finite or what was made could not be written, with 2 when it was asked for in a way that cannot be served.
 */
import { accessSync, constants, mkdirSync, readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Demo } from "../src/contract/demo.ts";
import type { Score } from "../src/contract/weights.ts";
import { RunFault } from "../src/engine/run-fault.ts";
import { useBackend } from "../src/math/backend.ts";
import { trainingVersion } from "./versions/code-version.ts";
import { loadProgram } from "./claims/demo-programs.ts";
import { reasonOf } from "./machine/reason.mjs";
import { parsed, UsageError, wholeNumber } from "./machine/usage.ts";
import { progressOf } from "./repro/step-progress.ts";
import { cardOf, fileOf, rounded } from "./train/file.ts";
import { prepare, shippedPathOf, weightsPathOf } from "./train/prepared.ts";
import { putWeights } from "./train/put-weights.ts";
import type { Recipe } from "./train/recipe.ts";
import { recipeOf } from "./train/recipes.ts";
import { scoresOfWeights } from "./train/held-out-scores.ts";
import { CheckpointError } from "./train/checkpoint.ts";
import { removeCheckpoint, train } from "./train/training.ts";

export const USAGE = `Usage: npm run train -- NAME [options]

  --steps N    train for N steps instead of the recipe's; wants --out
  --out FILE   where the weights go (default: the demo's file of that name)
  --fresh      begin anew, whatever checkpoint there is
  --help       this text`;

const CHECKPOINT_EVERY_MS = 10_000;
const MOST_STEPS = 10_000_000;

export async function main(args: string[]): Promise<void> {
  try {
    process.exitCode = await run(args);
  } catch (error) {
    if (error instanceof RunFault) {
      console.error(error.message);
      process.exitCode = 1;
    } else if (error instanceof CheckpointError) {
      console.error(error.message);
      process.exitCode = 2;
    } else throw error;
  }
}

const optionsOf = (args: string[]) =>
  parsed(args, {
    steps: { type: "string" },
    out: { type: "string" },
    fresh: { type: "boolean" },
  });

async function run(args: string[]): Promise<number> {
  const { values: options, positionals } = optionsOf(args);
  const [name] = positionals;
  const recipe = await recipeOf(positionals);
  const steps =
    options.steps === undefined ? recipe.steps : wholeNumber("--steps", options.steps, MOST_STEPS);
  if (steps !== recipe.steps && options.out === undefined)
    throw new UsageError("--steps makes other weights than the site's own: say where with --out.");

  const { demo: maker, program: own } = await loadProgram(recipe.demo);
  const program = recipe.trains?.(own) ?? own;
  const { demo, path } = await trainedAs(name!, recipe, maker);
  const out = options.out ?? `public/${path}`;
  mustBeWritable(out);
  const version = await trainingVersion(demo.id);
  const { backend, notice } = await useBackend("wasm");
  if (notice) console.error(notice);
  console.log(`${name}: ${steps} ${demo.steps!.name}s of ${demo.id}, ${backend}, code ${version}`);

  const checkpoint = `.cache/train/${name}.safetensors`;
  if (options.fresh) removeCheckpoint({ checkpoint });
  let stopped = false;
  const stop = (): void => void (stopped = true);
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  const prepared = await prepare(recipe, { demo, program });
  const weights = await train({
    ...prepared,
    version,
    steps,
    checkpoint,
    checkpointEveryMs: CHECKPOINT_EVERY_MS,
    stop: () => stopped,
    onStart: (step) => {
      if (step > 0) console.log(`Goes on from step ${step}.`);
    },
    onStep: progressOf(name!, steps),
    onUnsaved: (error) => {
      const reason = reasonOf(error);
      if (!reason) throw error;
      console.error(`\nNo checkpoint, and the training goes on: ${reason.sentence}`);
    },
  });
  if (!weights) {
    console.log(`\nStopped. The same command goes on from ${checkpoint}.`);
    return 130;
  }

  const made = { ...prepared, name: name!, version, steps };
  const card = await cardOf(made, weights, new Date().toISOString().slice(0, 10));
  const other = recipe.precision === "F16" ? "F32" : "F16";
  const others = await scoresOfWeights(prepared, rounded(weights, other));
  for (const [measure, score] of Object.entries(card.scores)) {
    const { label, mean, interval } = score;
    const about = [...(interval ? [interval.join(" to ")] : []), sampleOf(score), recipe.precision];
    console.log(`${label}: ${mean} (${about.join(", ")}); ${others[measure]!.mean} in ${other}`);
  }
  const file = await fileOf(card, weights, recipe.precision, out);
  const same = isThere(out, file);
  const elsewhere = same ? null : putWeights(out, `.cache/train/${name}.made.safetensors`, file);
  removeCheckpoint({ checkpoint });
  if (elsewhere) {
    console.error(elsewhere);
    return 1;
  }
  console.log(`${out}: ${file.length} bytes${same ? ", the same as before: left as it was" : ""}`);
  return 0;
}

/** Known before the hours that it takes. Throws UsageError. */
function mustBeWritable(out: string): void {
  const folder = dirname(resolve(out));
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    if (statSync(out, { throwIfNoEntry: false })?.isDirectory())
      throw new UsageError(`${out} is a folder: name a file in it.`);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      `The weights could not be written to ${out}: ${reasonOf(error)?.sentence ?? String(error)}`,
    );
  }
}

/** The demo as it trains, and the path below `public` of what it makes. */
async function trainedAs(name: string, { ships }: Recipe, maker: Demo) {
  if (ships === undefined) return { demo: maker, path: weightsPathOf(name, maker) };
  const { demo: shipping } = await loadProgram(ships);
  return { demo: { ...maker, branches: undefined }, path: shippedPathOf(name, shipping) };
}

const sampleOf = ({ batches, examples }: Score): string =>
  examples === undefined ? `mean of ${batches} batches` : `mean of ${examples} examples`;

function isThere(path: string, content: Uint8Array): boolean {
  try {
    return Buffer.compare(readFileSync(path), content) === 0;
  } catch {
    return false;
  }
}

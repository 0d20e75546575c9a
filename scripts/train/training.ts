/** Trains by a recipe, from the last checkpoint if there is one, with the same bits as without a break. */
import { existsSync, rmSync } from "node:fs";
import type { Demo } from "../../src/contract/demo.ts";
import { defaults, toWire, type Wire } from "../../src/contract/params.ts";
import type { Named } from "../../src/contract/weights.ts";
import { createRunner } from "../../src/engine/create-runner.ts";
import type { Left } from "../../src/engine/runner.ts";
import { CheckpointError, readCheckpoint, writeCheckpoint } from "./checkpoint.ts";
import type { Recipe } from "./recipe.ts";
import type { Prepared } from "./prepared.ts";

export interface Training extends Prepared {
  /** Version of the code that trains. */
  readonly version: string;
  readonly steps: number;
  /** File for checkpoints. */
  readonly checkpoint: string;
  readonly checkpointEveryMs: number;
  /** Asked now and then; true leaves a checkpoint and ends. */
  stop(step: number): boolean;
  onStart(step: number): void;
  onStep(step: number): void;
  /** A checkpoint could not be written; the training goes on. */
  onUnsaved(error: unknown): void;
}

export const settingsOf = (demo: Demo, { settings }: Pick<Recipe, "settings">): Wire => ({
  ...toWire(demo.params, defaults(demo.params)),
  ...settings,
});

/** The weights after `steps` steps, or null if it was stopped. Throws RunFault where the numbers stop being finite. */
export async function train(training: Training): Promise<Named | null> {
  const { recipe, demo, program, files, steps, checkpoint } = training;
  const runner = await createRunner({
    demo: unmeasured(demo),
    program,
    params: settingsOf(demo, recipe),
    seed: recipe.seed,
    files,
    resume: resumed(training),
  });
  const save = async (): Promise<void> => {
    const left = await runner.left();
    writeCheckpoint(checkpoint, left, identity(training, left.step));
  };
  try {
    for (const [i, { step, params }] of recipe.changes.entries()) runner.set(i + 1, params, step);
    training.onStart(runner.step);
    let saved = performance.now();
    let rested = saved;
    while (runner.step < steps) {
      if (training.stop(runner.step)) {
        await save();
        return null;
      }
      await runner.advance();
      training.onStep(runner.step);
      const now = performance.now();
      if (now - saved >= training.checkpointEveryMs) {
        // The hours behind it are worth more than the checkpoint: the next one may find room.
        await save().catch(training.onUnsaved);
        saved = performance.now();
      }
      if (now - rested >= REST_EVERY_MS) {
        // Lets signals in, and throws where the numbers stopped being finite.
        await runner.series();
        await new Promise((resolve) => void setImmediate(resolve));
        rested = performance.now();
      }
    }
    await runner.series();
    return await runner.weights();
  } finally {
    runner.close();
  }
}

const REST_EVERY_MS = 50;

/** Nobody sees measures on the way, and those on a whole test set cost more than the training. */
const unmeasured = ({ steps, ...rest }: Demo): Demo => ({
  ...rest,
  ...(steps && { steps: { ...steps, measureEvery: Infinity } }),
});

/** What has to be the same for bits to be the same up to a step; what is to change after it, and a later end, only add to them. */
const identity = ({ recipe, dataHash, from, version }: Training, upTo: number): string => {
  const { demo, settings, seed } = recipe;
  const changes = recipe.changes.filter(({ step }) => step < upTo);
  return JSON.stringify({ demo, settings, changes, seed, dataHash, from, version });
};

function resumed(training: Training): Left | undefined {
  const { checkpoint, steps } = training;
  if (!existsSync(checkpoint)) return undefined;
  const left = readCheckpoint(checkpoint, (step) => identity(training, step));
  if (left.step > steps)
    throw new CheckpointError(
      `The checkpoint ${checkpoint} is at step ${left.step}, beyond the ${steps} that are wanted. With --fresh the training begins anew.`,
    );
  return left;
}

export const removeCheckpoint = ({ checkpoint }: Pick<Training, "checkpoint">): void =>
  rmSync(checkpoint, { force: true });

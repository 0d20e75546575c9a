/** Trains by a recipe, from the last checkpoint if there is one, with the same bits as without a break. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Demo } from "../../src/contract/demo.ts";
import { defaults, toWire, type Wire } from "../../src/contract/params.ts";
import type { Named } from "../../src/contract/weights.ts";
import { readSafetensors, writeSafetensors } from "../../src/weights/safetensors.ts";
import { createRunner } from "../../src/engine/create-runner.ts";
import type { Left } from "../../src/engine/runner.ts";
import type { Recipe } from "./recipe.ts";
import type { Prepared } from "./prepared.ts";

/** A checkpoint that another training left. */
export class CheckpointError extends Error {}

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
  const save = async (): Promise<void> =>
    replaceFile(
      checkpoint,
      writeSafetensors(...(await contentOf(training, await runner.left())), "F32"),
    );
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
        await save();
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
const identity = ({ recipe, dataHash, version }: Training, upTo: number): string => {
  const { demo, settings, seed } = recipe;
  const changes = recipe.changes.filter(({ step }) => step < upTo);
  return JSON.stringify({ demo, settings, changes, seed, dataHash, version });
};

const contentOf = async (
  training: Training,
  { step, state }: Left,
): Promise<[Named, Record<string, string>]> => [
  state,
  { training: identity(training, step), step: String(step) },
];

function resumed(training: Training): Left | undefined {
  const { checkpoint, steps } = training;
  if (!existsSync(checkpoint)) return undefined;
  const { tensors, metadata } = readSafetensors(new Uint8Array(readFileSync(checkpoint)));
  const step = Number(metadata.step);
  if (metadata.training !== identity(training, step))
    throw new CheckpointError(
      `The checkpoint ${checkpoint} was made by other code or other settings, so going on from it would not give the same numbers. With --fresh the training begins anew.`,
    );
  if (!(step <= steps))
    throw new CheckpointError(
      `The checkpoint ${checkpoint} is at step ${step}, beyond the ${steps} that are wanted. With --fresh the training begins anew.`,
    );
  return { step, state: tensors };
}

/** The file is the old one or the new one at every moment. */
export function replaceFile(path: string, content: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, content);
  renameSync(`${path}.new`, path);
}

export const removeCheckpoint = ({ checkpoint }: Pick<Training, "checkpoint">): void =>
  rmSync(checkpoint, { force: true });

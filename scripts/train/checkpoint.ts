/** A training that broke off, in a file: step and state, sealed, with what has to be the same for it to go on. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Left } from "../../src/engine/runner.ts";
import { readSafetensors, WeightsError, writeSafetensors } from "../../src/weights/safetensors.ts";
import { replaceFile } from "../machine/replace-file.ts";

/** A checkpoint that cannot be gone on from. */
export class CheckpointError extends Error {}

/** `identity` says what the bits depend on up to this step. */
export function writeCheckpoint(path: string, { step, state }: Left, identity: string): void {
  const texts = { training: identity, step: String(step) };
  const seal = sealOf(writeSafetensors(state, texts, "F32"));
  replaceFile(path, writeSafetensors(state, { ...texts, seal }, "F32"));
}

/** `identityAt` is today's at a step. Throws CheckpointError where the file is damaged or another training's. */
export function readCheckpoint(path: string, identityAt: (step: number) => string): Left {
  const damaged = (reason: string): CheckpointError =>
    new CheckpointError(
      `The checkpoint ${path} is damaged: ${reason} With --fresh the training begins anew.`,
    );
  const content = opened(readFileSync(path), damaged);
  const { seal, ...texts } = content.metadata;
  if (seal !== sealOf(writeSafetensors(content.tensors, texts, "F32")))
    throw damaged("its content is not what was written.");
  const step = Number(texts.step);
  if (texts.training !== identityAt(step))
    throw new CheckpointError(
      `The checkpoint ${path} was made by other code or other settings, so going on from it would not give the same numbers. With --fresh the training begins anew.`,
    );
  return { step, state: content.tensors };
}

function opened(bytes: Buffer, damaged: (reason: string) => CheckpointError) {
  try {
    return readSafetensors(new Uint8Array(bytes));
  } catch (error) {
    if (!(error instanceof WeightsError)) throw error;
    throw damaged(error.message);
  }
}

const sealOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

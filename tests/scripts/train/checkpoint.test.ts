import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { replaceFile } from "../../../scripts/machine/replace-file.ts";
import {
  CheckpointError,
  readCheckpoint,
  writeCheckpoint,
} from "../../../scripts/train/checkpoint.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "checkpoint-"));
  path = join(folder, "x.safetensors");
});
afterEach(() => rmSync(folder, { recursive: true }));

const state = { "net.W": { shape: [2], data: Float32Array.of(1, -0.5) } };
const identityAt = (step: number): string => `the same up to ${Math.min(step, 10)}`;

test("a training goes on from where it was", () => {
  writeCheckpoint(path, { step: 17, state }, identityAt(17));
  expect(readCheckpoint(path, identityAt)).toEqual({ step: 17, state });
  expect(() => readCheckpoint(path, () => "another")).toThrow("other code or other settings");
});

test("of a checkpoint no bit may have turned, and nothing may be missing", () => {
  writeCheckpoint(path, { step: 17, state }, identityAt(17));
  const whole = readFileSync(path);
  for (let at = 0; at < whole.length; at++) {
    const damaged = Buffer.from(whole);
    damaged[at]! ^= 1 << (at % 8);
    for (const content of [damaged, whole.subarray(0, at)]) {
      writeFileSync(path, content);
      const read = (): unknown => readCheckpoint(path, identityAt);
      expect(read).toThrow(CheckpointError);
      expect(read).toThrow("With --fresh the training begins anew.");
    }
  }
});

test("what cannot take its place leaves what was there, and no half of itself", () => {
  mkdirSync(join(path, "in the way"), { recursive: true });
  expect(() => replaceFile(path, Uint8Array.of(1))).toThrow("EISDIR");
  expect(readdirSync(folder)).toEqual(["x.safetensors"]);
});

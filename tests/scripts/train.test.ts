/** Weights made by their recipe: the same bits twice, also after a break, and the shipped file as its card says. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { recipe } from "../../scripts/recipes/wgan-ring.ts";
import { reasonOf } from "../../scripts/machine/reason.mjs";
import { cardOf, fileOf } from "../../scripts/train/file.ts";
import { scoresOfWeights } from "../../scripts/train/held-out-scores.ts";
import { prepare } from "../../scripts/train/prepared.ts";
import { CheckpointError } from "../../scripts/train/checkpoint.ts";
import { train, type Training } from "../../scripts/train/training.ts";
import type { Demo } from "../../src/contract/demo.ts";
import { readWeights } from "../../src/weights/weights-file.ts";
import type { AnyProgram } from "../../src/engine/program.ts";
import { useBackend } from "../../src/math/backend.ts";
import { tensorCount } from "../../src/math/memory.ts";
import { demo as ring } from "../../src/papers/wgan/ring/demo.ts";
import { program as ringProgram } from "../../src/papers/wgan/ring/program.ts";

const demo: Demo = ring;
const program: AnyProgram = ringProgram;
const folder = mkdtempSync(join(tmpdir(), "train-"));
await useBackend("wasm");
afterAll(() => rmSync(folder, { recursive: true }));

const STEPS = 50;
const tiny = {
  ...recipe,
  steps: STEPS,
  batches: 3,
  changes: [{ step: 30, params: { alpha: "0.0003" } }],
};
const prepared = await prepare(tiny, { demo, program });
const training = (name: string, more: Partial<Training> = {}): Training => ({
  ...prepared,
  version: "0123456789",
  steps: STEPS,
  checkpoint: join(folder, name),
  checkpointEveryMs: Infinity,
  stop: () => false,
  onStart: () => {},
  onStep: () => {},
  onUnsaved: (error) => {
    throw error;
  },
  ...more,
});
const made = {
  ...prepared,
  name: "wgan-ring",
  version: "0123456789",
  steps: STEPS,
};
async function fileFrom(trained: Awaited<ReturnType<typeof train>>, day: string, at: string) {
  const card = await cardOf(made, trained!, day);
  return fileOf(card, trained!, recipe.precision, join(folder, at));
}

test("made twice, once with two breaks, the files are the same bit for bit", async () => {
  const whole = await train(training("whole"));
  expect(existsSync(join(folder, "whole"))).toBe(false);

  const starts: number[] = [];
  const onStart = (step: number): void => void starts.push(step);
  const broken = (at: number): Promise<unknown> =>
    train(training("broken", { onStart, stop: (step) => step === at }));
  expect(await broken(17)).toBeNull();
  expect(await broken(41)).toBeNull();
  const resumed = await train(training("broken", { onStart }));
  expect(starts).toEqual([0, 17, 41]);
  expect(resumed).toEqual(whole);

  const file = await fileFrom(whole, "2026-01-01", "first.safetensors");
  expect(await fileFrom(resumed, "2026-01-01", "second.safetensors")).toEqual(file);
  // Made again on another day, what lies there already stays.
  writeFileSync(join(folder, "first.safetensors"), file);
  expect(await fileFrom(resumed, "2026-02-02", "first.safetensors")).toEqual(file);
  expect(await fileFrom(resumed, "2026-02-02", "second.safetensors")).not.toEqual(file);
  expect((await readWeights(file.buffer)).card.settings).toBe(
    "default settings; learning rate 0.0003 after 30 steps",
  );
});

test("where no checkpoint can be written the training goes on, and says so each time", async () => {
  writeFileSync(join(folder, "in the way"), "");
  const errors: unknown[] = [];
  const trained = await train(
    training("in the way/checkpoint", {
      checkpointEveryMs: 0,
      onUnsaved: (error) => errors.push(error),
    }),
  );
  expect(trained).toEqual(await train(training("free")));
  expect(errors).toHaveLength(STEPS);
  expect(reasonOf(errors[0])?.sentence).toContain("something else stands there");
});

test("changes that lie ahead of a checkpoint may be others", async () => {
  const later = { ...tiny, changes: [{ step: 25, params: { alpha: "0.0001" } }] };
  expect(await train(training("ahead", { stop: (step) => step === 20 }))).toBeNull();
  expect(await train(training("ahead", { recipe: later }))).toEqual(
    await train(training("later", { recipe: later })),
  );
});

test("a checkpoint of every step changes nothing, and one of other code, settings or length is refused", async () => {
  const often = await train(
    training("often", { checkpointEveryMs: 0, stop: (step) => step === 20 }),
  );
  expect(often).toBeNull();
  const before = readFileSync(join(folder, "often"));
  const others: Partial<Training>[] = [
    { version: "9876543210" },
    { recipe: { ...tiny, seed: 2 } },
    { recipe: { ...tiny, settings: { c: "0.2" } } },
    { recipe: { ...tiny, changes: [{ step: 10, params: { alpha: "0.0003" } }] } },
    { dataHash: "0".repeat(64) },
    { steps: 10 },
  ];
  for (const other of others)
    await expect(train(training("often", other))).rejects.toThrow(CheckpointError);
  expect(readFileSync(join(folder, "often"))).toEqual(before);
  // What is to change later is not yet part of it.
  const later = { ...tiny, changes: [{ step: 35, params: { alpha: "0.0001" } }] };
  expect(await train(training("often", { checkpointEveryMs: 0, recipe: later }))).toEqual(
    await train(training("never", { recipe: later })),
  );
});

describe("the shipped file", () => {
  const path = `public/${demo.weights![0]!.file}`;
  const bytes = new Uint8Array(readFileSync(path));

  test("is small, whole, and made by its recipe with the settings that it is offered for", async () => {
    expect(bytes.length).toBeLessThan(30_000);
    const { card, tensors, hash } = await readWeights(bytes.buffer);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(card).toMatchObject({
      script: "npm run train -- wgan-ring",
      demo: demo.id,
      seed: recipe.seed,
      steps: recipe.steps,
      version: expect.stringMatching(/^[0-9a-f]{10}$/),
      made: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    expect(
      (await cardOf({ ...made, recipe: { ...recipe, batches: 2 } }, tensors, "")).dataHash,
    ).toBe(card.dataHash);
    expect(Object.keys(tensors).toSorted()).toEqual(
      ["critic", "generator"].flatMap((net) =>
        [0, 1, 2].flatMap((layer) => [`${net}.${layer}.W`, `${net}.${layer}.b`]),
      ),
    );
    expect(tensors["generator.1.W"]!.shape).toEqual([64, 64]);
    // A critic of Algorithm 1 has its weights within the clipping bound, also after rounding.
    for (const [name, { data }] of Object.entries(tensors))
      if (name.startsWith("critic"))
        expect(Math.max(...data.map(Math.abs))).toBeLessThanOrEqual(0.1);
  });

  test("scores what its card says", async () => {
    const before = tensorCount();
    const { card, tensors } = await readWeights(bytes.buffer);
    const scores = await scoresOfWeights({ ...prepared, recipe }, tensors);
    expect(Object.keys(card.scores)).toEqual(Object.keys(demo.measures!));
    for (const [name, { mean, interval, batches }] of Object.entries(card.scores)) {
      expect(batches).toBe(recipe.batches);
      expect(scores[name]!.mean).toBeGreaterThanOrEqual(interval![0]);
      expect(scores[name]!.mean).toBeLessThanOrEqual(interval![1]);
      expect(mean).toBeGreaterThanOrEqual(interval![0]);
    }
    expect(card.scores.modes!.mean).toBeGreaterThan(7.5);
    expect(tensorCount()).toBe(before);
  });
});

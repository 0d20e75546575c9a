/** What a recipe trains on, and where its weights go. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, beforeAll, expect, test } from "vitest";
import { cardOf } from "../../../scripts/train/file.ts";
import { prepare, weightsPathOf, type Prepared } from "../../../scripts/train/prepared.ts";
import type { Recipe } from "../../../scripts/train/recipe.ts";
import { train } from "../../../scripts/train/training.ts";
import type { Demo } from "../../../src/contract/demo.ts";
import type { AnyProgram } from "../../../src/engine/program.ts";
import { useBackend } from "../../../src/math/backend.ts";
import { add } from "../../../src/math/elementwise.ts";
import type { Tensor } from "../../../src/math/tensor.ts";
import { branching, counting, countingProgram, instant } from "../../fixtures/kinds.ts";

beforeAll(() => useBackend("wasm"));

/** Begins at the table's first number and adds its last each step. By default it would begin from its trained weights. */
const demo: Demo = { ...counting, weights: [{ file: "weights/table.safetensors", when: {} }] };
const program: AnyProgram = {
  ...countingProgram,
  step: ({ first }: { first: Tensor }, _, __, ___, { table }) => {
    const next = add(first, (table as Float32Array).at(-1)!);
    return { state: { first: next }, metrics: { seen: next } };
  },
  weights: { of: (state: { first: Tensor }) => state, begin: (_, weights) => weights },
};
const recipe: Recipe = {
  title: "Toy",
  demo: demo.id,
  settings: {},
  changes: [],
  seed: 1,
  steps: 3,
  precision: "F32",
  batches: 5,
  data: { says: "a table" },
};
const training = (prepared: Prepared) => ({
  ...prepared,
  version: "0123456789",
  steps: recipe.steps,
  checkpoint: "no such file",
  checkpointEveryMs: Infinity,
  stop: () => false,
  onStart: () => {},
  onStep: () => {},
  onUnsaved: () => {},
});

test("what a recipe reads itself reaches first states, steps and scores, in place of the demo's files", async () => {
  let reads = 0;
  const prepared = await prepare(
    {
      ...recipe,
      data: {
        says: "a larger table",
        sample: async () => ({ shape: [1], data: Float32Array.of(1) }),
        async read() {
          reads += 1;
          return { table: Float32Array.of(5, 1, 2, 4) };
        },
      },
    },
    { demo, program },
  );
  const weights = await train(training(prepared));
  // 5 at first, and 4 more with each of three steps.
  expect([...weights!.first!.data]).toEqual([17]);
  const made = { ...prepared, name: "table", version: "0123456789", steps: 3 };
  const card = await cardOf(made, weights!, "2026-01-01");
  expect(card.scores.total).toMatchObject({ mean: 3, examples: 4, batches: 1 });
  expect(card.data).toBe("a larger table");
  expect(card.dataHash).toBe(
    createHash("sha256")
      .update(new Uint8Array(Float32Array.of(1).buffer))
      .digest("hex"),
  );
  expect(reads).toBe(1);
});

test("without it the data are the demo's files, and the card has their hash", async () => {
  const path = "weights/wgan-ring.safetensors";
  const hash = createHash("sha256")
    .update(readFileSync(`public/${path}`))
    .digest("hex");
  const table = (file: ArrayBuffer): Float32Array => Float32Array.of(file.byteLength, 0, 0, 1);
  const prepared = await prepare(recipe, {
    demo: { ...demo, data: { table: path } },
    program: { ...program, data: { table } },
  });
  expect(prepared.dataHash).toBe(hash);
  const weights = await train(training(prepared));
  expect([...weights!.first!.data]).toEqual([readFileSync(`public/${path}`).length + 3]);
  const drawn = await prepare(recipe, { demo: branching, program });
  expect(drawn.dataHash).toBeUndefined();
});

test("a recipe that begins from other weights is given those, as a part, and its card names them", async () => {
  const begins = "weights/wgan-ring.safetensors";
  const data = {
    says: "a table",
    sample: async () => ({ shape: [1], data: Float32Array.of(1) }),
    read: async () => ({ table: Float32Array.of(1, 2, 3, 4) }),
  };
  const prepared = await prepare({ ...recipe, begins, data }, { demo, program });
  const source = await prepared.files.weights(demo, {});
  expect(source).toMatchObject({ path: begins, part: true });
  expect(source!.bytes.byteLength).toBe(readFileSync(`public/${begins}`).length);
  expect(prepared.from).toMatch(/^wgan-ring\.safetensors, SHA-256 [0-9a-f]{64}$/);
  const made = { ...prepared, name: "table", version: "0123456789", steps: 3 };
  const weights = { first: { shape: [], data: Float32Array.of(1) } };
  expect((await cardOf(made, weights, "2026-01-01")).from).toBe(prepared.from);
});

describe("the file of weights", () => {
  test("is the demo's of the recipe's name", () => {
    const other = { file: "weights/other.safetensors", when: {} };
    const two: Demo = { ...demo, weights: [other, ...demo.weights!] };
    expect(weightsPathOf("table", two)).toBe("weights/table.safetensors");
    expect(weightsPathOf("other", two)).toBe("weights/other.safetensors");
  });
  test.each<[string, Demo, string]>([
    [
      "chair",
      demo,
      "declares no file chair.safetensors of weights (it has weights/table.safetensors)",
    ],
    ["table", counting, "declares no file table.safetensors of weights (it has none)"],
    [
      "table",
      branching,
      "toy/branching runs in branches (slow, fast), each with weights of its own",
    ],
    ["table", instant, "toy/instant has no steps: there is nothing to train"],
  ])("is refused with a reason: %s", (name, of, reason) => {
    expect(() => weightsPathOf(name, of)).toThrow(reason);
  });
});

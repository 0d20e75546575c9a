/** A training that goes on with what another recipe made. */
import { beforeAll, expect, test } from "vitest";
import { publicFile } from "../../../scripts/checkout/public-file.ts";
import { recipe } from "../../../scripts/recipes/matching-context-glyphs.ts";
import { cardOf } from "../../../scripts/train/file.ts";
import { prepare } from "../../../scripts/train/prepared.ts";
import { train } from "../../../scripts/train/training.ts";
import { useBackend } from "../../../src/math/backend.ts";
import { demo } from "../../../src/papers/matching-networks/context/demo.ts";
import { program } from "../../../src/papers/matching-networks/context/program.ts";
import { readWeights } from "../../../src/weights/weights-file.ts";

beforeAll(() => useBackend("wasm"));

test("what it begins from stays where it is not trained, what it learns is kept beside it, and the card tells of both", async () => {
  const short = { ...recipe, steps: 2, batches: 2, changes: [] };
  const prepared = await prepare(short, { demo, program });
  const weights = await train({
    ...prepared,
    version: "0123456789",
    steps: 2,
    checkpoint: "no such file",
    checkpointEveryMs: Infinity,
    stop: () => false,
    onStart: () => {},
    onStep: () => {},
    onUnsaved: () => {},
  });
  const begun = await readWeights(await publicFile(recipe.begins!));
  for (const [name, array] of Object.entries(begun.tensors)) expect(weights![name]).toEqual(array);
  const more = Object.keys(weights!).filter((name) => !Object.hasOwn(begun.tensors, name));
  expect(more.toSorted()).toEqual(
    ["backward", "forward", "query"].flatMap((lstm) => [`context.${lstm}.W`, `context.${lstm}.b`]),
  );
  const made = { ...prepared, name: "matching-context-glyphs", version: "0123456789", steps: 2 };
  const card = await cardOf(made, weights!, "2026-01-01");
  expect(card.from).toBe(`matching-glyphs.safetensors, SHA-256 ${begun.hash}`);
  // Scored with the CNN that it began from: guessing is right once in five times.
  expect(card.scores.plain!.mean).toBeGreaterThan(0.8);
});

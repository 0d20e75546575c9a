/** Trainings without episodes. */
import { beforeAll, expect, test } from "vitest";
import { readFileSync } from "node:fs";
import { recipe as byClassifier } from "../../../scripts/recipes/matching-glyphs-classifier.ts";
import { recipe as byPairs } from "../../../scripts/recipes/matching-glyphs-pairs.ts";
import type { Recipe } from "../../../scripts/train/recipe.ts";
import { recipe as byEpisodes } from "../../../scripts/recipes/matching-glyphs.ts";
import { prepare } from "../../../scripts/train/prepared.ts";
import { train } from "../../../scripts/train/training.ts";
import { allPairs, plainClassifier } from "../../../scripts/train/without-episodes.ts";
import type { Named } from "../../../src/contract/weights.ts";
import { useBackend } from "../../../src/math/backend.ts";
import { keyOf } from "../../../src/math/key.ts";
import { read } from "../../../src/math/memory.ts";
import { tensor, type Tensor } from "../../../src/math/tensor.ts";
import { demo } from "../../../src/papers/matching-networks/episode/demo.ts";
import { program } from "../../../src/papers/matching-networks/episode/program.ts";
import { readWeights } from "../../../src/weights/weights-file.ts";

beforeAll(() => useBackend("wasm"));

const numbers = async (x: Tensor): Promise<number[]> => [...(await read(x)).data];
const pool = { classes: 7, examples: 20 };

test("all pairs, by hand: two classes of two, each picture a query among the other three", async () => {
  const kind = { N: 2, k: 1, q: 1 };
  const same = allPairs.labels(keyOf(1), kind, pool);
  expect(await numbers(same)).toEqual([1, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 0, 0, 1, 0, 1]);
  // A's two lie on one another and at right angles to B's two, which do so as well: e^s against e^s + 2.
  const z = tensor([1, 0, 0, 1, 3, 0, 0, 2], [4, 2]);
  const s = Math.log(6);
  const losses = await numbers(allPairs.losses(z, same, s, {}));
  for (const loss of losses) expect(loss).toBeCloseTo(-Math.log(6 / 8), 5);
});

test("a plain batch is as large as an episode, and its labels are those of its pictures", async () => {
  const kind = { N: 20, k: 1, q: 2 };
  const { rows, choose } = plainClassifier.choosing(kind);
  const classes: number[] = [];
  choose(keyOf(2), pool, (row, of, drawer) => {
    classes[row] = of;
    expect(drawer).toBeLessThan(20);
  });
  expect(rows).toBe(60);
  expect(await numbers(plainClassifier.labels(keyOf(2), kind, pool))).toEqual(classes);
  expect(new Set(classes)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6]));
});

test("steps teach the network, from the same beginning, and nothing else is kept", async () => {
  const after = async (recipe: Recipe, steps: number): Promise<Named> => {
    const trained = { demo, program: recipe.trains!(program) };
    const prepared = await prepare({ ...recipe, changes: [] }, trained);
    return (await train({ ...prepared, ...quietly, steps }))!;
  };
  const first = await after(byPairs, 0);
  // The classifier's layer is all zeros at first, and passes nothing on.
  for (const later of [await after(byPairs, 1), await after(byClassifier, 2)]) {
    expect(Object.keys(later)).toEqual(Object.keys(first));
    expect(Object.keys(later).every((name) => /^(theta|statistics)\./.test(name))).toBe(true);
    const moved = (block: number): number =>
      Math.max(
        ...later[`theta.${block}.W`]!.data.map((w, i) =>
          Math.abs(w - first[`theta.${block}.W`]!.data[i]!),
        ),
      );
    // A step of Adam has the length of its rate at most.
    for (const block of [0, 1, 2, 3]) {
      expect(moved(block)).toBeGreaterThan(1e-4);
      expect(moved(block)).toBeLessThan(3e-3);
    }
  }
});

const quietly = {
  version: "0123456789",
  checkpoint: "no such file",
  checkpointEveryMs: Infinity,
  stop: () => false,
  onStart: () => {},
  onStep: () => {},
  onUnsaved: () => {},
};

test.each([
  ["matching-glyphs-pairs", byPairs],
  ["matching-glyphs-classifier", byClassifier],
])("%s was made by its recipe, from as much as the episodes had", async (name, recipe) => {
  const bytes = new Uint8Array(readFileSync(`public/weights/${name}.safetensors`));
  const { card } = await readWeights(bytes.buffer);
  expect(card).toMatchObject({
    title: recipe.title,
    script: `npm run train -- ${name}`,
    seed: byEpisodes.seed,
    steps: byEpisodes.steps,
    data: byEpisodes.data.says,
  });
  expect(card.scores.five!.mean).toBeGreaterThan(0.9);
  expect(bytes.length).toBeLessThan(20_000);
});

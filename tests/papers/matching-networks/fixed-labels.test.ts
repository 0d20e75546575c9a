/** Labels that belong to classes, the layer on them, and the sheet that shows a label set among all classes. */
import { beforeAll, expect, test } from "vitest";
import { useBackend } from "../../../src/math/backend.ts";
import { fold, keyOf } from "../../../src/math/key.ts";
import { read } from "../../../src/math/memory.ts";
import { tensor, type Tensor } from "../../../src/math/tensor.ts";
import { drawEpisode } from "../../../src/papers/matching-networks/draw-episodes.ts";
import {
  episodeOfFixedLabels,
  initLayer,
  layerLogits,
  spreadOver,
} from "../../../src/papers/matching-networks/fixed-labels.ts";
import { sizeOf } from "../../../src/papers/matching-networks/matching.ts";
import { labelSet, sheetOf } from "../../../src/papers/matching-networks/sheet-of-classes.ts";

beforeAll(() => useBackend("wasm"));

const numbers = async (x: Tensor): Promise<number[]> => Array.from((await read(x)).data);
const KIND = { N: 5, k: 2, q: 3 };
const POOL = { classes: 23, examples: 20 };

test("a class has one label in all episodes, supports stand before queries, and no drawing is in both", () => {
  const seen = new Set<number>();
  for (let e = 0; e < 300; e++) {
    const rows: { from: number; example: number }[] = [];
    episodeOfFixedLabels(KIND).choose(fold(keyOf(1), e), POOL, (row, from, example) => {
      rows[row] = { from, example };
    });
    expect(rows).toHaveLength(sizeOf(KIND));
    expect(new Set(rows.map(({ from, example }) => `${from} ${example}`)).size).toBe(sizeOf(KIND));
    rows.forEach(({ from }, row) => {
      const label = row < 10 ? Math.floor(row / 2) : Math.floor((row - 10) / 3);
      expect(from % KIND.N).toBe(label);
      seen.add(from);
    });
  }
  expect(seen.size).toBe(POOL.classes);
});

test("the layer reads queries alone: its logits by hand, and none at first", async () => {
  const kind = { N: 2, k: 1, q: 1 };
  const z = tensor([9, 9, 9, 9, 1, 2, 3, 4], [4, 2]);
  const layer = { W: tensor([1, 0, 7, 0, 1, 7], [2, 3]), b: tensor([0.5, -1, 7], [3]) };
  expect(await numbers(layerLogits(layer, z, kind))).toEqual([1.5, 1, 3.5, 3]);
  expect(await numbers(layerLogits(initLayer(2, 3), z, kind))).toEqual([0, 0, 0, 0]);
});

test("a pool is spread over all classes, and not larger than they are", () => {
  expect(spreadOver([0, 1, 2, 3, 4, 5, 6], 3)).toEqual([0, 2, 4]);
  expect(spreadOver([0, 1], 5)).toEqual([0, 1]);
});

test("the label set is that of the episode with its key", () => {
  const classes: number[] = [];
  drawEpisode(keyOf(6), KIND, POOL, (row, from) => (classes[row] = from));
  expect(labelSet(keyOf(6), KIND, POOL)).toEqual([0, 2, 4, 6, 8].map((i) => classes[i]));
});

test("on the sheet each class of L stands in a place of its own, and the others stay where they are", () => {
  const { classes, places } = sheetOf([50, 51, 99, 98, 0], 100, 10);
  expect(places).toEqual([5, 6, 9, 0, 1]);
  expect(places.map((place) => classes[place])).toEqual([50, 51, 99, 98, 0]);
  expect([2, 3, 4, 7, 8].map((place) => classes[place])).toEqual([20, 30, 40, 70, 80]);
});

/** Eq. (1) for many queries at once against the note’s example and the reference numbers, and what an episode consists of. */
import { beforeAll, expect, test } from "vitest";
import { publicFile } from "../../../scripts/checkout/public-file.ts";
import { splitCharacters } from "../../../src/data/characters.ts";
import { readGlyphs } from "../../../src/data/glyphs.ts";
import { useBackend } from "../../../src/math/backend.ts";
import { crossEntropy } from "../../../src/math/classification.ts";
import { keyOf } from "../../../src/math/key.ts";
import { read } from "../../../src/math/memory.ts";
import { softmax } from "../../../src/math/reduce.ts";
import { tensor, type Tensor } from "../../../src/math/tensor.ts";
import { drawEpisode, drawEpisodes } from "../../../src/papers/matching-networks/draw-episodes.ts";
import {
  classLogits,
  cosines,
  queryLabels,
  scores,
  sizeOf,
} from "../../../src/papers/matching-networks/matching.ts";
import reference from "../../fixtures/paper-reference.json" with { type: "json" };

beforeAll(async () => {
  await useBackend("wasm");
});

const numbers = async (x: Tensor): Promise<number[]> => Array.from((await read(x)).data);

test("the example of the note: two classes, two shots, a query of each class", async () => {
  const kind = { N: 2, k: 2, q: 1 };
  const z = tensor([4, 3, 1, 0, 0, 1, -4, 3, 3, 4, 3, 4], [6, 2]);
  const logits = classLogits(scores(z, kind, 1), kind);
  const P = await numbers(softmax(logits));
  expect(P.map((value) => value.toFixed(3))).toEqual(["0.579", "0.421", "0.579", "0.421"]);
  const losses = await numbers(crossEntropy(logits, queryLabels(kind)));
  expect(losses.map((value) => value.toFixed(3))).toEqual(["0.547", "0.865"]);
});

test("attention against independent reference numbers", async () => {
  const { support, query, attention } = reference.matching;
  const rows = (of: number[][]): Tensor => tensor(of.flat(), [of.length, of[0]!.length]);
  const a = await numbers(softmax(cosines(rows(query), rows(support))));
  for (const [i, value] of attention.flat().entries()) expect(a[i]).toBeCloseTo(value, 6);
});

const KIND = { N: 5, k: 2, q: 3 };
const POOL = { classes: 30, examples: 20 };

test("an episode has different classes, supports before queries, and no drawing in both", () => {
  const rows: string[] = [];
  const classes: number[] = [];
  drawEpisode(keyOf(4), KIND, POOL, (row, from, example) => {
    rows[row] = `${from} ${example}`;
    classes[row] = from;
  });
  expect(rows).toHaveLength(sizeOf(KIND));
  expect(new Set(rows).size).toBe(sizeOf(KIND));
  const [supports, queries] = [classes.slice(0, 10), classes.slice(10)];
  expect(new Set(supports).size).toBe(5);
  const each = supports.filter((_, i) => i % 2 === 0);
  expect(supports).toEqual(each.flatMap((from) => [from, from]));
  expect(queries).toEqual(each.flatMap((from) => [from, from, from]));
});

test("all classes and examples are drawn, those of one class apart from those of another", () => {
  const drawings = new Set<number>();
  const pairs = new Set<string>();
  drawEpisodes(keyOf(5), 400, { N: 2, k: 1, q: 1 }, POOL, (row, from, example) => {
    drawings.add(from * POOL.examples + example);
    if (row % 4 === 0) pairs.add(`${example}`);
  });
  expect(drawings.size).toBeGreaterThan(500);
  expect(pairs.size).toBe(POOL.examples);
});

test("tests are of characters, and of hands, that training does not see", async () => {
  const glyphs = await readGlyphs(await publicFile("data/glyphs.bin"));
  const { train, test: tested } = splitCharacters(glyphs);
  const trained = new Set(train.map(({ character }) => character));
  expect(trained.size).toBe(890);
  expect(train).toHaveLength(4 * 890);
  expect(tested).toHaveLength(436);
  expect(tested.filter(({ character }) => trained.has(character))).toEqual([]);
  // A hand belongs to a script: that of the first drawer in one is another than in the next.
  const [first, second] = [train[0]!, tested[0]!].map(({ character }) =>
    glyphs.drawn(character, 0),
  );
  expect(first!.pen).not.toBe(second!.pen);
});

/** Test episodes judged: by eq. (1), by prototypes, and how often that is right. */
import { beforeAll, expect, test } from "vitest";
import { publicFile } from "../../../scripts/checkout/public-file.ts";
import {
  byAttention,
  byPrototypes,
  embedTested,
  sharesAlone,
  sharesRight,
  sharesTogether,
} from "../../../scripts/studies/judged-episodes.ts";
import { DRAWERS, splitCharacters } from "../../../src/data/characters.ts";
import { readGlyphs } from "../../../src/data/glyphs.ts";
import { fitted } from "../../../src/engine/first-state.ts";
import { useBackend } from "../../../src/math/backend.ts";
import { keyOf } from "../../../src/math/key.ts";
import { read } from "../../../src/math/memory.ts";
import { tensor, type Tensor } from "../../../src/math/tensor.ts";
import { embed, initEmbedding } from "../../../src/papers/matching-networks/embedding.ts";
import { drawnCharacters } from "../../../src/data/drawn-characters.ts";
import { episodes } from "../../../src/papers/matching-networks/draw-episodes.ts";
import { readWeights } from "../../../src/weights/weights-file.ts";

beforeAll(() => useBackend("wasm"));

const numbers = async (x: Tensor): Promise<number[]> => Array.from((await read(x)).data);
const plain = byAttention({ context: null, K: 0, s: 1 });

test("two episodes, each the note's example: eq. (1) adds up the shots of a class", async () => {
  const example = [4, 3, 1, 0, 0, 1, -4, 3, 3, 4, 3, 4];
  const z = tensor([...example, ...example.map((x) => 2 * x)], [12, 2]);
  const P = await numbers(plain(z, 2, { N: 2, k: 2, q: 1 }));
  expect(P.map((value) => value.toFixed(3)).join(" ")).toBe(
    "0.579 0.421 0.579 0.421 0.579 0.421 0.579 0.421",
  );
});

test("two episodes by prototypes: minus squared distances from the means of two supports", async () => {
  const one = [0, 0, 2, 0, 3, 1, 3, 3, 1, 1, 3, 0];
  const z = tensor([...one, ...one.map((x) => x + 7)], [12, 2]);
  const rows = await numbers(byPrototypes(z, 2, { N: 2, k: 2, q: 1 }));
  expect(rows).toEqual([-1, -5, -4, -4, -1, -5, -4, -4]);
});

test("the share of right answers is each episode's own", () => {
  const right = [0.9, 0.1, 0.2, 0.8];
  const wrong = [0.1, 0.9, 0.8, 0.2];
  const half = [0.9, 0.1, 0.8, 0.2];
  expect(sharesRight([...right, ...wrong, ...half], { N: 2, k: 1, q: 1 })).toEqual([1, 0, 0.5]);
});

test("classes in directions of their own are all told apart, and drawings without a class by luck", async () => {
  const [classes, d] = [12, 12];
  const data = new Float32Array(classes * DRAWERS * d);
  for (let i = 0; i < classes * DRAWERS; i++) data[i * d + Math.floor(i / DRAWERS)] = 1;
  const kind = { N: 5, k: 2, q: 1 };
  const known = { judges: [plain, byPrototypes] };
  const shares = await sharesAlone(keyOf(1), 150, kind, known, { data, d });
  expect(shares[0]).toEqual(Array(150).fill(1));
  expect(shares[1]).toEqual(Array(150).fill(1));
  const none = Float32Array.from(data, (_, i) => ((i * 7919) % 101) - 50);
  const [guessed] = await sharesAlone(keyOf(1), 150, kind, { judges: [plain] }, { data: none, d });
  const mean = guessed!.reduce((sum, share) => sum + share, 0) / 150;
  expect(mean).toBeGreaterThan(0.1);
  expect(mean).toBeLessThan(0.35);
});

test("the weights for Glyphs tell its characters apart, by either statistics", async () => {
  const glyphs = splitCharacters(await readGlyphs(await publicFile("data/glyphs.bin")));
  const few = { ...glyphs, test: glyphs.test.slice(0, 40) };
  const kind = { N: 5, k: 1, q: 1 };
  const { tensors } = await readWeights(await publicFile("weights/matching-glyphs.safetensors"));
  const theta = initEmbedding(keyOf(3), 16);
  const x = drawnCharacters(keyOf(4), glyphs.train, glyphs, episodes(1, kind));
  const weights = fitted({ theta, statistics: embed(theta, x).seen }, tensors);
  const network = { ...weights, judges: [plain] };
  const embedded = await embedTested(network, few);
  expect([embedded.d, embedded.data.length]).toEqual([16, 40 * DRAWERS * 16]);
  const [alone] = await sharesAlone(keyOf(5), 110, kind, network, embedded);
  const [together] = await sharesTogether(keyOf(5), 110, kind, network, few);
  for (const shares of [alone, together]) {
    expect(shares).toHaveLength(110);
    expect(shares!.reduce((sum, share) => sum + share, 0) / 110).toBeGreaterThan(0.75);
  }
  expect(alone).not.toEqual(together);
});

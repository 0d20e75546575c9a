/** The drawings that readers meet first, with the weights that are shipped. */
import { beforeAll, expect, test } from "vitest";
import { publicFiles } from "../../../scripts/checkout/public-file.ts";
import { defaults, toWire } from "../../../src/contract/params.ts";
import { DEFAULT_SEED } from "../../../src/contract/url.ts";
import { runHeadless } from "../../../src/engine/headless.ts";
import { idleSnapshot } from "../../../src/engine/page/idle-snapshot.ts";
import { useBackend } from "../../../src/math/backend.ts";
import { demo } from "../../../src/papers/matching-networks/draw/demo.ts";
import { views } from "../../../src/papers/matching-networks/draw/views.tsx";
import { asDemo } from "../../fixtures/widen.ts";
import { program } from "../../../src/papers/matching-networks/draw/program.ts";

beforeAll(async () => {
  await useBackend("wasm");
});

type Settings = Parameters<typeof toWire<typeof demo.params>>[1];

async function asked(settings: Settings, seed = DEFAULT_SEED) {
  const { series, outputs } = await runHeadless({
    demo,
    program,
    params: toWire(demo.params, { ...defaults(demo.params), ...settings }),
    seed,
    files: publicFiles,
    steps: 0,
    outputs: ["handled", "a", "aPixels", "P"],
  });
  const number = (name: string): number => series[name]!.values.at(-1)!;
  return {
    learned: number("learned"),
    pixels: number("pixels"),
    prototypes: number("prototypes"),
    others: ["lotPixels", "lotLearned", "lotPrototypes"].map(number),
    handled: outputs.handled!.data,
    P: outputs.P!,
    a: Array.from(outputs.a!.data),
    aPixels: Array.from(outputs.aPixels!.data),
  };
}

test.each(["omniglot", "glyphs"] as const)(
  "the query is the second sign: weights that saw %s know it, raw pixels do not",
  async (net) => {
    const { learned, pixels, a, aPixels } = await asked({ net });
    expect(learned).toBe(2);
    expect(a[1]).toBeGreaterThan(0.8);
    expect(pixels).not.toBe(2);
    expect(aPixels[1]).toBeLessThan(0.1);
  },
);

test("what waits for its answer is not shown beside the answer of before", () => {
  const before = defaults(demo.params);
  const fewer = { ...before, N: 2 };
  const share = { shape: [5], data: Float32Array.of(0.1, 0.6, 0.1, 0.1, 0.1) };
  const P = { shape: [3, 5], data: Float32Array.from([1, 2, 3].flatMap(() => [...share.data])) };
  const poster = {
    params: toWire(demo.params, before),
    seed: 0,
    step: 0,
    series: {},
    outputs: {
      handled: { shape: [28, 28], data: new Float32Array(784) },
      a: share,
      aPixels: share,
      P,
    },
  };
  const setup = { values: fewer, seed: 0, eager: false, problems: [] };
  const snapshot = idleSnapshot(asDemo(demo), setup, [poster]);
  const [, compared] = views.views;
  expect(compared!.describe(snapshot as Parameters<typeof views.finding>[0])).toContain("B 60 %");
});

test("attention by pixels is the softmax of their cosines", async () => {
  const { fallback: S } = demo.params.S;
  const query = demo.params.query.fallback.data;
  const { aPixels } = await asked({});
  const dot = (x: Float32Array, y: Float32Array): number =>
    x.reduce((sum, value, i) => sum + value * y[i]!, 0);
  const cosines = Array.from({ length: 5 }, (_, l) => {
    const sign = S.data.subarray(784 * l, 784 * (l + 1));
    return dot(sign, query) / Math.sqrt(dot(sign, sign) * dot(query, query));
  });
  const weights = cosines.map((c) => Math.exp(10 * c));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  for (const [l, weight] of weights.entries()) expect(aPixels[l]).toBeCloseTo(weight / all, 5);
});

test("with stored statistics the answer among two signs is the same whatever the others are; with those of all it moves", async () => {
  const among = (norm: "stored" | "together", others: number) => {
    const { fallback: S } = demo.params.S;
    const data = S.data.slice();
    data.fill(others, 4 * 784);
    return asked({ norm, S: { shape: S.shape, data } });
  };
  const ratio = ({ a }: { readonly a: readonly number[] }): number => Math.log(a[0]! / a[1]!);
  const [some, other] = [await among("stored", 0), await among("stored", 1)];
  expect(ratio(some)).toBeCloseTo(ratio(other), 4);
  const [all, changed] = [await among("together", 0), await among("together", 1)];
  expect(Math.abs(ratio(all) - ratio(changed))).toBeGreaterThan(0.01);
});

test("an empty query is like no sign more than another by its pixels", async () => {
  const { aPixels } = await asked({ query: { shape: [1, 28, 28], data: new Float32Array(784) } });
  for (const weight of aPixels) expect(weight).toBeCloseTo(0.2, 6);
});

test("handled, the query is another and the drawing as it was", async () => {
  const before = demo.params.query.fallback.data.slice();
  const { handled, aPixels } = await asked({ right: 3, down: -2 });
  for (let y = 0; y < 26; y++)
    for (let x = 3; x < 28; x++) expect(handled[y * 28 + x]).toBe(before[(y + 2) * 28 + x - 3]);
  expect(demo.params.query.fallback.data).toEqual(before);
  // The same as if it had been drawn there.
  const drawn = await asked({ query: { shape: [1, 28, 28], data: handled } });
  drawn.aPixels.forEach((weight, l) => expect(aPixels[l]).toBeCloseTo(weight, 6));
});

test("an old link's query, E that is moved, is E shifted", async () => {
  const MOVED =
    "AAAAAAAAAAAAAAAA4AAYDgABgMAAGAwAAQDAABAIAAEBgAAQGAABAYAAEBAAAQMAABgwAAGGAAAPwAAAeAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
  const { handled } = await asked(demo.presets.moved.values);
  expect(handled).toEqual(demo.params.query.parse(MOVED).value.data);
});

test("two examples each: a class has the weights of its own, and an empty one has none", async () => {
  const { a, P } = await asked({ k: 2 });
  expect(a).toHaveLength(10);
  for (let l = 0; l < 5; l++) expect(P.data[5 + l]).toBeCloseTo(a[2 * l]! + a[2 * l + 1]!, 5);
  const [{ fallback: S }, one] = [demo.params.S, await asked({})];
  const first = { shape: [5, 28, 28], data: S.data.slice(0, 5 * 784) };
  const half = await asked({ k: 2, S: first });
  for (let l = 0; l < 5; l++) {
    expect(half.a[2 * l]).toBeCloseTo(one.a[l]!, 5);
    expect(half.a[2 * l + 1]).toBe(0);
  }
});

test("another drawer's signs are the second of each", async () => {
  const { fallback: S } = demo.params.S;
  const second = { shape: [5, 28, 28], data: S.data.slice(5 * 784, 10 * 784) };
  const [theirs, same] = [await asked({ hand: "2" }), await asked({ S: second })];
  theirs.a.forEach((weight, l) => expect(weight).toBeCloseTo(same.a[l]!, 6));
});

test("a wrong label takes the only example away; of two, the mean of the other holds", async () => {
  const one = await asked({ wrong: "B" });
  expect([one.learned, one.prototypes]).toEqual([3, 3]);
  const two = await asked({ wrong: "B", k: 2 });
  expect(two.prototypes).toBe(2);
  // Of the two drawings of B the first, which votes for C, gets its weight all the same.
  expect(two.P.data[5 + 2]).toBeCloseTo(two.a[2]! + two.a[4]! + two.a[5]!, 5);
});

test("others by lot are asked when they are asked for, others with another seed, and the same with the same", async () => {
  expect((await asked({})).others).toEqual([0, 0, 0]);
  const set = { lot: true, turn: 30 };
  const [one, again, other] = [await asked(set), await asked(set), await asked(set, 2)];
  expect(one.others).toEqual(again.others);
  expect(one.others).not.toEqual(other.others);
});

test("the answer in words names who says what", () => {
  const values = { ...defaults(demo.params), lot: true };
  const series = Object.fromEntries(
    Object.entries({
      learned: 2,
      learnedP: 0.86,
      pixels: 4,
      pixelsP: 0.56,
      prototypes: 2,
      prototypesP: 0.98,
      lotPixels: 0.4,
      lotLearned: 0.8,
      lotPrototypes: 0.7,
    }).map(([name, value]) => [name, { steps: Uint32Array.of(0), values: Float32Array.of(value) }]),
  );
  const poster = { params: toWire(demo.params, values), seed: 0, step: 0, series, outputs: {} };
  const setup = { values, seed: 0, eager: false, problems: [] };
  const snapshot = idleSnapshot(asDemo(demo), setup, [poster]);
  const says = views.finding(snapshot as Parameters<typeof views.finding>[0]);
  expect(says).toContain("Called D by raw pixels (56 %); B by learned features (86 %) and");
  expect(says).toContain("by pixels 40 %, by features 80 %, by prototypes 70 %");
  const gone = { handled: { shape: [28, 28], data: new Float32Array(784) } };
  const lost = idleSnapshot(asDemo(demo), setup, [{ ...poster, outputs: gone }]);
  expect(views.finding(lost as Parameters<typeof views.finding>[0])).toContain("left the paper");
});

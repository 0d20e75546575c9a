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

async function asked(settings: Settings) {
  const { series, outputs } = await runHeadless({
    demo,
    program,
    params: toWire(demo.params, { ...defaults(demo.params), ...settings }),
    seed: DEFAULT_SEED,
    files: publicFiles,
    steps: 0,
    outputs: ["a", "aPixels"],
  });
  const number = (name: string): number => series[name]!.values.at(-1)!;
  return {
    learned: number("learned"),
    pixels: number("pixels"),
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
  const poster = {
    params: toWire(demo.params, before),
    seed: 0,
    step: 0,
    series: {},
    outputs: { a: share, aPixels: share },
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

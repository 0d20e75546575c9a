/** Runs that begin from weights of the reader. */
import { expect, test } from "vitest";
import { defaults, toWire } from "../../../src/contract/params.ts";
import type { WeightsFile } from "../../../src/contract/weights.ts";
import { readWeights, writeWeights } from "../../../src/weights/weights-file.ts";
import { card } from "../../fixtures/card.ts";
import { harness, kept, openToy, until } from "../../fixtures/page-harness.ts";
import { demo as toy, program, setup } from "../../fixtures/toy.ts";

const fileWith = async (shape: number[]): Promise<WeightsFile> => {
  const data = new Float32Array(shape[0]!).fill(5);
  const bytes = (await writeWeights({ w: { shape, data } }, card, "F32")).buffer;
  return { name: "mine.safetensors", bytes, weights: await readWeights(bytes) };
};

test("runs begin from a loaded file, after a reset and in a new worker too, until it is given back", async () => {
  const { client, kill, tick, frameDue } = harness();
  const run = openToy(client);
  const file = await fileWith([1]);
  const begun = (): Promise<void> =>
    until(run, ({ series, phase }) => phase === "paused" && series.distance.values[0] === 5);
  run.load(file);
  await begun();
  expect(run.snapshot()).toMatchObject({ step: 0, begunFrom: file });
  run.reset();
  await begun();
  run.limit(200);
  run.play();
  await until(run, ({ step }) => step > 10);
  kill();
  await frameDue();
  tick(6);
  await until(run, ({ step }) => step > 20);
  expect(run.snapshot().series.distance.values[0]).toBe(5);
  run.load(null);
  await until(run, ({ step }) => step > 0);
  const { series, begunFrom } = run.snapshot();
  expect(begunFrom).toBeNull();
  expect(series.distance.values[0]).not.toBe(5);
});

test("a question to trained weights leaves the curves of the precomputed run in view", async () => {
  const { bytes } = await fileWith([1]);
  const trained = { ...toy, weights: [{ file: "trained.safetensors", when: {} }] };
  const loss = { steps: Uint32Array.of(1, 2), values: Float32Array.of(3, 4) };
  const params = toWire(toy.params, defaults(toy.params));
  const poster = { params, seed: 1, step: 300, series: { loss }, outputs: {} };
  const { client } = harness({ demo: trained, program, file: async () => bytes });
  const run = kept(client.open(trained, setup, [poster]));
  run.commit({ grid: true });
  await until(run, ({ phase, precomputed }) => phase === "paused" && !precomputed);
  expect(run.snapshot().former.loss).toBe(loss);
  run.commit({ grid: false });
  run.reset();
  expect(run.snapshot().series.loss).toBe(loss);
});

test("weights that are a part alone are asked nothing before the rest is trained", () => {
  const weights = [{ file: "trained.safetensors", when: {}, part: true as const }];
  const params = toWire(toy.params, defaults(toy.params));
  const poster = { params, seed: 1, step: 300, series: {}, outputs: {} };
  const { client } = harness({ demo: { ...toy, weights }, program });
  const run = kept(client.open({ ...toy, weights }, setup, [poster]));
  run.commit({ grid: true });
  expect(run.snapshot()).toMatchObject({ phase: "idle", precomputed: true, stale: true });
});

test("a file that does not fit ends in a fault, and giving it back mends the run", async () => {
  const { client } = harness();
  const run = openToy(client);
  run.load(await fileWith([2]));
  await until(run, ({ phase }) => phase === "fault");
  expect(run.snapshot().fault).toMatchObject({ code: "bad-file" });
  run.load(null);
  run.play();
  await until(run, ({ phase }) => phase === "done");
});

/** Runs that begin from weights of the reader. */
import { expect, test } from "vitest";
import type { WeightsFile } from "../../../src/contract/weights.ts";
import { readWeights, writeWeights } from "../../../src/weights/weights-file.ts";
import { card } from "../../fixtures/card.ts";
import { harness, openToy, until } from "../../fixtures/page-harness.ts";

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

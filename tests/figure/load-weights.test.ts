/** Files of weights that a reader chooses: what is refused before anything is lost, and what begins a run. */
import { expect, test } from "vitest";
import type { NDArray } from "../../src/contract/array.ts";
import type { Card } from "../../src/contract/weights.ts";
import { writeWeights } from "../../src/weights/weights-file.ts";
import { readChosen } from "../../src/figure/load-weights.ts";
import { card } from "../fixtures/card.ts";
import { demo } from "../fixtures/toy.ts";
import { fakeRun } from "../fixtures/fake-run.ts";
import { asDemo } from "../fixtures/widen.ts";

const toy = asDemo(demo);
/** The model of the fake run has one array, `w` of shape [2]. */
const w: NDArray = { shape: [2], data: Float32Array.of(3, 4) };
const chosen = async (
  tensors: Readonly<Record<string, NDArray>>,
  change: Partial<Card> = {},
): Promise<unknown> => {
  const bytes = await writeWeights(tensors, { ...card, ...change }, "F32");
  return given(new File([bytes], "mine.safetensors"));
};
const given = (file: File): Promise<unknown> => {
  const run = fakeRun(toy, { metrics: () => ({}), measures: () => ({}), outputs: () => ({}) });
  return readChosen(toy, run, file);
};

test("a file that fits comes whole", async () => {
  expect(await chosen({ w })).toMatchObject({
    name: "mine.safetensors",
    weights: { tensors: { w }, card },
  });
});

test.each([
  [
    { v: w },
    {},
    "mine.safetensors does not fit these settings: it lacks “w”. It was trained with start=far.",
  ],
  [{ w: { ...w, shape: [1, 2] } }, {}, "“w” has shape [1, 2] there, and [2] here."],
  [{ w, x: w }, {}, "it has “x”, which this model does not."],
  [{ w }, { demo: "draw/mnist" }, "holds weights of draw/mnist; this figure is toy/fall."],
])("what does not fit is said: %#", async (tensors, change, reason) => {
  expect(await chosen(tensors, change)).toContain(reason);
});

test.each([
  [new File([], "empty.safetensors"), "empty.safetensors cannot be used: "],
  [new File(["{}"], "notes.json"), "notes.json cannot be used: "],
  [{ name: "film.mp4", size: 3e9 } as File, "film.mp4 has 3000 MB"],
])("what is no file of weights is said: %#", async (file, reason) => {
  expect(await given(file)).toContain(reason);
});

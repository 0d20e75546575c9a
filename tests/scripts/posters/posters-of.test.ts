/** The pictures of a demo in one file. */
import { beforeAll, expect, test } from "vitest";
import { postersOf } from "../../../scripts/posters/posters-of.ts";
import { createFiles, noFiles } from "../../../src/engine/files.ts";
import { readPosters } from "../../../src/engine/page/poster.ts";
import { useBackend } from "../../../src/math/backend.ts";
import { writeWeights } from "../../../src/weights/weights-file.ts";
import { card } from "../../fixtures/card.ts";
import { demo, program } from "../../fixtures/toy.ts";

beforeAll(async () => {
  await useBackend("wasm");
});

test("an array that pictures share is stored once, and each gets it back", async () => {
  const presets = {
    usual: { label: "Usual", says: "It falls.", values: {} },
    still: { label: "Still", says: "It stays.", values: { rate: 0 } },
    gridded: { label: "Grid", says: "With a grid.", values: { grid: true } },
  } as const;
  const file = await postersOf({
    demo: { ...demo, presets },
    program,
    files: noFiles,
    finding: () => "",
  });
  expect(file.posters.map(({ outputs }) => typeof outputs.weight)).toEqual([
    "object",
    "object",
    "number",
  ]);
  const [usual, still, gridded] = readPosters(JSON.parse(JSON.stringify(file)));
  expect(gridded!.outputs).toEqual(usual!.outputs);
  expect(still!.outputs).not.toEqual(usual!.outputs);
});

test("where trained weights answer a hand in the picture, it is of these weights, else of the end of the run", async () => {
  const { buffer } = await writeWeights(
    { w: { shape: [1], data: Float32Array.of(5) } },
    card,
    "F32",
  );
  const weights = [{ file: "trained.safetensors", when: { start: "near" } }];
  const presets = {
    trained: { label: "Trained", says: "It is there.", values: {} },
    fresh: { label: "Fresh", says: "It falls.", values: { start: "far" } },
  } as const;
  const stepsOf = async (grid: object): Promise<number[]> => {
    const params = { ...demo.params, grid: { ...demo.params.grid, ...grid } };
    const file = await postersOf({
      demo: { ...demo, params, presets, weights },
      program,
      files: createFiles(async () => buffer),
      finding: () => "",
    });
    return file.posters.map(({ step }) => step);
  };
  expect(await stepsOf({})).toEqual([300, 300]);
  expect(await stepsOf({ inView: true })).toEqual([0, 300]);
});

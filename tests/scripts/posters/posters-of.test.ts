/** The pictures of a demo in one file. */
import { beforeAll, expect, test } from "vitest";
import { postersOf } from "../../../scripts/posters/posters-of.ts";
import { noFiles } from "../../../src/engine/files.ts";
import { readPosters } from "../../../src/engine/page/poster.ts";
import { useBackend } from "../../../src/math/backend.ts";
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

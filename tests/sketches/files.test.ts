import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { demo as filterbank } from "./papers/draw/filterbank/demo.ts";
import { demo as matching } from "./papers/matching-networks/draw/demo.ts";
import { demo as spatial } from "./papers/neural-statistician/spatial-mnist/demo.ts";
import { firstTexts, signsFile } from "./making/make-files.ts";

test("data and first drawings of the sketches are what their seeds make", () => {
  const kept = readFileSync("tests/sketches/public/data/signs.bin");
  expect(Buffer.compare(kept, signsFile())).toBe(0);
  const { S, query } = matching.params;
  expect(firstTexts()).toEqual({
    picture: filterbank.params.ink.format(filterbank.params.ink.fallback),
    support: S.format(S.fallback),
    query: query.format(query.fallback),
    set: spatial.params.D.format(spatial.params.D.fallback),
  });
});

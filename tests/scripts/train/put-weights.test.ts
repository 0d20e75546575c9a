import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { putWeights } from "../../../scripts/train/put-weights.ts";

const folder = mkdtempSync(join(tmpdir(), "put-"));
afterAll(() => rmSync(folder, { recursive: true }));
const bytes = Uint8Array.of(1, 2, 3);
const spare = join(folder, "cache/spare");

test("weights go where they were asked for, and nowhere else", () => {
  expect(putWeights(join(folder, "out"), spare, bytes)).toBeNull();
  expect([...readFileSync(join(folder, "out"))]).toEqual([1, 2, 3]);
  expect(existsSync(spare)).toBe(false);
});

test("where they cannot go the hours behind them are not lost, and it is said where they are", () => {
  writeFileSync(join(folder, "file"), "");
  const said = putWeights(join(folder, "file/out"), spare, bytes);
  expect(said).toContain("something else stands there");
  expect(said).toContain(`The weights are in ${spare}.`);
  expect([...readFileSync(spare)]).toEqual([1, 2, 3]);
  expect(() => putWeights(join(folder, "file/out"), join(folder, "file/spare"), bytes)).toThrow(
    "EEXIST",
  );
});

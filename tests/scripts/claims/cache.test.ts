import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openCache } from "../../../scripts/claims/cache.ts";
import type { ComputedRun } from "../../../scripts/claims/compute.ts";

const run = { id: "0123456789abcdef0123", demo: "wgan/ring", params: {}, seed: 1, steps: 3 };
const computed: ComputedRun = {
  steps: 3,
  series: { em: { steps: Uint32Array.of(1, 2, 3), values: Float32Array.of(0.5, 0.25, 0.125) } },
  lostAt: {},
  seconds: 1,
};
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cache-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("what was computed is there again, and not for a longer run", () => {
  openCache(folder).put(run, computed);
  expect(readdirSync(folder)).toEqual([run.id]);
  expect(openCache(folder).get(run)).toEqual(computed);
  expect(openCache(folder).get({ ...run, steps: 4 })).toBeUndefined();
});

test("an entry of which any one bit was turned, or whose end is missing, is none", () => {
  const cache = openCache(folder);
  cache.put(run, computed);
  const path = join(folder, run.id);
  const whole = readFileSync(path);
  for (let at = 0; at < whole.length; at++) {
    const damaged = Buffer.from(whole);
    damaged[at]! ^= 1 << (at % 8);
    writeFileSync(path, damaged);
    expect(cache.get(run)).toBeUndefined();
    writeFileSync(path, whole.subarray(0, at));
    expect(cache.get(run)).toBeUndefined();
  }
  writeFileSync(path, whole);
  expect(cache.get(run)).toEqual(computed);
});

test("where nothing can be kept, it says so once, and the run goes on", () => {
  const said: string[] = [];
  const path = join(folder, "file");
  writeFileSync(path, "");
  const cache = openCache(join(path, "cache"), (sentence) => said.push(sentence));
  cache.put(run, computed);
  cache.put({ ...run, id: "1" }, computed);
  expect(said).toEqual([
    `Runs are not kept for the next time: ${join(path, "cache")} could not be made: a part of its path is no folder (ENOTDIR).`,
  ]);
});

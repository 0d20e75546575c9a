import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keptFiles, usedFiles } from "../../../scripts/site/write-service-worker.ts";

let dist: string;
const put = (file: string, text = file): void => {
  mkdirSync(dirname(join(dist, file)), { recursive: true });
  writeFileSync(join(dist, file), text);
};

beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), "dist-"));
});
afterEach(() => rmSync(dist, { recursive: true }));

test("pages go by their address, and their version by their content", () => {
  put("index.html");
  put("wgan/index.html");
  put("offline.html");
  put("assets/index-abc.js");
  const before = keptFiles(dist);
  expect(before.map(({ url }) => url)).toEqual([
    "/",
    "/assets/index-abc.js",
    "/offline.html",
    "/wgan/",
  ]);
  put("wgan/index.html", "changed");
  const after = keptFiles(dist);
  expect(after[3]!.revision).not.toBe(before[3]!.revision);
  expect(after.slice(0, 3)).toEqual(before.slice(0, 3));
  expect(after[1]!.revision).toBeNull();
});

test("what no reader needs offline is left out", () => {
  put("index.html");
  for (const file of [
    ".vite/manifest.json",
    "size.json",
    "sw.js",
    "404.html",
    "feed.xml",
    "wgan/s/ring/index.html",
    "cards/wgan.jpg",
    "_headers",
    "licences.txt",
  ])
    put(file);
  for (const file of ["assets/tfjs-backend-wasm-simd-abc.wasm", "assets/tfjs-backend-cpu-abc.js"])
    put(file);
  expect(keptFiles(dist).map(({ url }) => url)).toEqual([
    "/",
    "/assets/tfjs-backend-cpu-abc.js",
    "/assets/tfjs-backend-wasm-simd-abc.wasm",
  ]);
});

test("data, weights and posters are kept once used, under what changes with their content", () => {
  for (const file of [
    "index.html",
    "assets/index-abc.js",
    "assets/poster-wgan-ring-abcdefgh.json",
    "data/faces/eyes.bin",
    "weights/wgan-ring.safetensors",
  ])
    put(file);
  expect(keptFiles(dist).map(({ url }) => url)).toEqual(["/", "/assets/index-abc.js"]);
  const before = usedFiles(dist);
  expect(before.map(({ url, bytes }) => ({ url, bytes }))).toEqual([
    { url: "/assets/poster-wgan-ring-abcdefgh.json", bytes: 37 },
    { url: "/data/faces/eyes.bin", bytes: 19 },
    { url: "/weights/wgan-ring.safetensors", bytes: 29 },
  ]);
  put("data/faces/eyes.bin", "other eyes");
  const after = usedFiles(dist);
  expect(after[1]).not.toEqual(before[1]);
  expect([after[0], after[2]]).toEqual([before[0], before[2]]);
});

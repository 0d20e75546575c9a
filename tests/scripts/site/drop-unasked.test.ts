import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { dropUnasked } from "../../../scripts/site/drop-unasked.ts";

const FILES = [
  "data/digits.bin",
  "data/deep/eyes.bin",
  "data/fashion.bin",
  "data/NOTICE-data.md",
  "weights/ring.safetensors",
  "weights/old.safetensors",
  "cards/draw/the-loss.jpg",
  "wgan/index.html",
];
const demos = [
  { data: { digits: "data/digits.bin", eyes: "data/deep/eyes.bin" } },
  { weights: [{ file: "weights/ring.safetensors", when: {} }] },
];

test.each([true, false])("only what a page asks for is published (cards: %s)", (cards) => {
  const dist = mkdtempSync(join(tmpdir(), "dist-"));
  for (const file of FILES) {
    mkdirSync(dirname(join(dist, file)), { recursive: true });
    writeFileSync(join(dist, file), file);
  }
  const gone = ["data/fashion.bin", "weights/old.safetensors"];
  expect(dropUnasked(dist, demos, { cards })).toEqual(cards ? gone : [...gone, "cards"]);
  expect(FILES.filter((file) => !existsSync(join(dist, file)))).toEqual(
    cards ? gone : [...gone, "cards/draw/the-loss.jpg"],
  );
  rmSync(dist, { recursive: true });
});

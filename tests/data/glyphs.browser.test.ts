import { expect, test } from "vitest";
import { readGlyphs } from "../../src/data/glyphs.ts";
import { digestOfDrawings, DRAWINGS_DIGEST } from "../fixtures/glyph-drawings.ts";

test("drawings have the same bits in a browser as in Node", async () => {
  const response = await fetch("/data/glyphs.bin");
  const glyphs = await readGlyphs(await response.arrayBuffer());
  expect(digestOfDrawings(glyphs)).toBe(DRAWINGS_DIGEST);
});

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { charactersOf, leanFont } from "../../../scripts/vite/lean-fonts-plugin.ts";

const font = (path: string): Buffer => readFileSync(`node_modules/${path}.woff2`);
const INTER = "@fontsource-variable/inter/files/inter-latin-wght-normal";
const BLACKBOARD = "katex/dist/fonts/KaTeX_AMS-Regular";

test("a range of characters is written out", () => {
  expect(charactersOf("U+0041-0043,\n U+2212")).toBe("ABC−");
  expect(charactersOf("u+1F600")).toBe("😀");
});

test("a font without a range keeps what the text needs, and no more", async () => {
  const full = font(BLACKBOARD);
  const few = await leanFont(full, "@font-face{src:url(x)}", "RPE");
  const more = await leanFont(full, "@font-face{src:url(x)}", "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  expect(few.subarray(0, 4).toString()).toBe("wOF2");
  expect(few.length).toBeLessThan(more.length);
  expect(more.length).toBeLessThan(full.length / 2);
});

test("a range of weights and of characters makes a variable font smaller", async () => {
  const face = (weights: string, range: string): string =>
    `@font-face { font-weight: ${weights}; src: url(x); unicode-range: ${range} }`;
  const narrow = await leanFont(font(INTER), face("400 700", "U+20-7E"), "");
  const heavy = await leanFont(font(INTER), face("100 900", "U+20-7E"), "");
  const wide = await leanFont(font(INTER), face("400 700", "U+20-FF"), "");
  expect(narrow.length).toBeLessThan(heavy.length);
  expect(narrow.length).toBeLessThan(wide.length);
});

test("a font that is none is refused", async () => {
  await expect(leanFont(Buffer.from("no font"), "@font-face{}", "a")).rejects.toThrow(
    "font signature",
  );
});

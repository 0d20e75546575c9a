import { createElement as h } from "react";
import { prerender } from "react-dom/static.edge";
import { expect, test } from "vitest";
import { Pixels } from "../../../src/ui/parts/Pixels.tsx";

const htmlOf = async (props: Parameters<typeof Pixels>[0]): Promise<string> =>
  new Response((await prerender(h(Pixels, props))).prelude).text();
const values = { shape: [2, 3], data: Float32Array.of(0, 1, 1, -1, 0, 0) };

test("a page without scripts holds the picture as paths, with no style of its own", async () => {
  const page = await htmlOf({ values, scale: "diverging", label: "A gradient" });
  expect(page).toContain('aria-label="A gradient"');
  expect(page).toContain('stroke-opacity="1" d="m1 0h2"');
  expect(page).toContain('class="lp-pixels-negative" stroke-opacity="1" d="m0 1h1"');
  expect(page).not.toMatch(/<canvas|style=/);
});

test("a digit's share of a page stays below what its text alternative costs ten times", async () => {
  const digit = Float32Array.from({ length: 784 }, (_, k) => {
    const distance = Math.abs(Math.hypot((k % 28) - 13.5, Math.floor(k / 28) - 13.5) - 8);
    return Math.max(0, 2 - distance) / 2;
  });
  const page = await htmlOf({ values: { shape: [28, 28], data: digit }, scale: "ink" });
  expect(page.length).toBeLessThan(4000);
});

import { expect, test } from "vitest";
import { atBase } from "../../src/notes/at-base.ts";

const html =
  '<p>href="/wgan/" <a class="x" href="/wgan/#eq-1">1</a> <a href="#ring">2</a> <a href="//example.org/">3</a> <a href="https://example.org/">4</a></p>';

test("links to pages of the site, and those alone, stand behind its folder", () => {
  expect(atBase(html, "/")).toBe(html);
  expect(atBase(html, "/notes/")).toBe(html.replace('"/wgan/#eq-1"', '"/notes/wgan/#eq-1"'));
});

import { expect, test } from "vitest";
import { pagePath, unescapedLink } from "../../src/contract/page-path.ts";

test.each([
  ["/", "/"],
  ["", "/"],
  ["//", "/"],
  ["/index.html", "/"],
  ["/wgan/", "/wgan/"],
  ["/wgan", "/wgan/"],
  ["//wgan/", "/wgan/"],
  ["/wgan//", "/wgan/"],
  ["/wgan/index.html", "/wgan/"],
  ["//code//wgan/ring/index.html", "/code/wgan/ring/"],
  // No page of that name is meant.
  ["/wgan/my-index.html", "/wgan/my-index.html/"],
  ["/50%/", "/50%/"],
])("%s is the page %s", (path, page) => {
  expect(pagePath(path)).toBe(page);
  expect(pagePath(page)).toBe(page);
});

test.each(["&#38;", "&#038;", "&#x26;", "&#X026;"])("%s in a link stands for &", (and) => {
  const link = (by: string): string => `/wgan/?ring.c=0.05${by}ring.seed=9${by}v=1#ring`;
  expect(unescapedLink(link(and))).toBe(link("&"));
});

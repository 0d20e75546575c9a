import { expect, test } from "vitest";
import { plainTex } from "../../src/figure/plain-tex.ts";

const marked = (tex: string): string =>
  plainTex(tex)
    .map(({ text, place, slanted }) => {
      const body = slanted ? `/${text}/` : text;
      return place === "line" ? body : `${place === "sub" ? "_" : "^"}{${body}}`;
    })
    .join("");

test.each([
  ["c", "/c/"],
  ["\\tau", "/τ/"],
  ["n_{\\text{critic}}", "/n/_{critic}"],
  ["\\sigma^2", "/σ/^{2}"],
  ["x_i", "/x/_{/i/}"],
  ["\\hat{x}", "/x̂/"],
  ["\\beta_1", "/β/_{1}"],
  ["10^{-3}", "10^{−3}"],
  ["\\mathbb{E}", "/E/"],
  ["\\mathrm{EM}(p, q)", "EM(/p/,/q/)"],
  ["\\frac", "/frac/"],
  ["", ""],
])("%s becomes %s", (tex, expected) => {
  expect(marked(tex)).toBe(expected);
});

/** Places of figures: their numbers and forms, and old addresses. */
import { describe, expect, test } from "vitest";
import { compiled, failure } from "../../fixtures/notes/compiled.ts";

const RING = '::demo{id="toy/ring"}';
const LINE = '::demo{id="toy/line"}';
const HERO = '::demo{id="toy/ring" hero}';
const figures = (...parts: string[]): string[] =>
  compiled(parts.join("\n\n")).meta.figures.map(
    ({ id, form, number }) => `${id} ${form} ${number}`,
  );

test("a figure's place has a short anchor, its form and its number", () => {
  expect(compiled(RING).html).toBe(
    '<figure class="demo" data-demo="toy/ring" data-form="full" data-number="1" id="ring"></figure>',
  );
});

test("figures are counted in their order; without steps they are instant", () => {
  expect(figures(LINE, RING)).toEqual(["line instant 1", "ring full 2"]);
});

test("in the margin stands only what has no steps", () => {
  expect(compiled('::demo{id="toy/line" margin}').html).toContain(" data-beside");
  expect(failure('::demo{id="toy/ring" margin}')).toContain("only a demo without steps");
});

describe("a hero", () => {
  test("has the number of the whole figure, and counts where it stands alone", () => {
    expect(figures(HERO, LINE, RING)).toEqual([
      "hero-ring hero 2",
      "line instant 1",
      "ring full 2",
    ]);
    expect(figures(HERO, LINE)).toEqual(["hero-ring hero 1", "line instant 2"]);
  });
  test("is the same demo", () => {
    const { meta, passages } = compiled([HERO, LINE, RING].join("\n\n"));
    expect(meta.demos).toEqual(["toy/ring", "toy/line"]);
    expect(passages.filter(({ kind }) => kind === "demo").map(({ id }) => id)).toEqual([
      "line",
      "ring",
    ]);
  });
  test("is one, and nothing else may repeat a figure", () => {
    expect(failure(`${HERO}\n\n::demo{id="toy/line" hero}`)).toBe(
      "notes/x.md:11: a note opens with one hero: this is its second",
    );
    expect(failure(`${RING}\n\n${RING}`)).toBe(
      "notes/x.md:11: the demo “toy/ring” stands here twice: only a hero may repeat a figure",
    );
  });
});

test("an old address stands right before the figure that took its place", () => {
  const { html } = compiled('[Try](#try-it)\n\n::demo{id="toy/ring" was="try-it demo"}');
  expect(html).toMatch(
    /<div class="former-place" id="try-it"><\/div>\s*<div class="former-place" id="demo"><\/div>\s*<figure/,
  );
  expect(failure(`## Try it\n\n::demo{id="toy/ring" was="try-it"}`)).toContain(
    "two things are called “try-it”",
  );
});

test("mistakes have a sentence", () => {
  expect(failure('Text.\n\n::demo{id="toy/rign"}')).toBe(
    "notes/x.md:11: there is no demo “toy/rign” (known: toy/ring, toy/line)",
  );
  expect(failure('::demo{id="toy/ring" heroic}')).toContain(
    "a demo has no “heroic” (known: id, hero, margin, was)",
  );
});

test("the outline knows the sections with figures", () => {
  const { outline } = compiled(`${HERO}\n\n## A\n\n${LINE}\n\n${RING}\n\n### B\n\n## C`);
  expect(outline.map(({ id, figures: count }) => `${id} ${count}`)).toEqual(["a 2", "b 0", "c 0"]);
});

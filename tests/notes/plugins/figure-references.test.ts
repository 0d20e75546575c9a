import { expect, test } from "vitest";
import { compiled, failure } from "../../fixtures/notes/compiled.ts";

const TWO = '::demo{id="toy/line"}\n\n::demo{id="toy/ring"}';

test("a figure is called by its number, before it and after it", () => {
  const link = '<a href="#ring" class="figure-link">Fig.\u00a02</a>';
  expect(compiled(`See :fig[ring].\n\n${TWO}`).html).toContain(`See ${link}.`);
  expect(compiled(`${TWO}\n\nSee [](#ring).`).html).toContain(`See ${link}.`);
});

test("a link with words keeps them", () => {
  expect(compiled(`See [the ring](#ring).\n\n${TWO}`).html).toContain(
    '<a href="#ring">the ring</a>',
  );
});

test("what is no figure has no number", () => {
  expect(failure(`${TWO}\n\n:fig[rign]`)).toBe(
    "notes/x.md:13: there is no figure “rign” (known: line, ring)",
  );
  expect(failure("## A\n\n[](#a)")).toContain("there is no figure “a” (known: none)");
});

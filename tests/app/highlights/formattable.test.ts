import { expect, test } from "vitest";
import { isFormattable } from "../../../src/app/highlights/formattable.ts";

test.each([
  [
    "a comment",
    "Why **five** steps?\n\n> a quote\n> > of a quote\n\n- one\n  - two\n    - three",
    true,
  ],
  ["code far in", "- a\n\n      if (x) y();", true],
  ["a rule and a line of stars", "---\n\n****", true],
  ["quotes in quotes", ">".repeat(100), false],
  ["lists in lists", "- ".repeat(100), false],
  ["numbers in numbers", "1. ".repeat(100), false],
  ["one that is deep further down", `Well.\n\n${"> - ".repeat(10)}`, false],
  [
    "lists as steps",
    Array.from({ length: 60 }, (_, i) => `${" ".repeat(2 * i)}- a`).join("\n"),
    false,
  ],
  ["a very long one", "word ".repeat(2000), false],
])("%s", (_, text, formattable) => {
  expect(isFormattable(text)).toBe(formattable);
});

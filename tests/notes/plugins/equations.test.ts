import { describe, expect, test } from "vitest";
import { compileNote } from "../../../src/notes/compile.ts";
import { FRONT, sources } from "../../fixtures/notes/sources.ts";

const compile = (markdown: string) => compileNote("notes/x.md", markdown, sources);

describe("the equation on a note's card", () => {
  const equation = ":::equation{#eq-a}\n$$\nx < \\frac{a}{b}\n$$\n:::\n";
  const front = FRONT.replace("order: 1", "order: 1\ncard: eq-a");
  test("is the one that front matter names, as it was typed", () => {
    expect(compile(front + equation).cardEquation).toBe("x < \\frac{a}{b}");
  });
  test("is none where it names none", () => {
    expect(compile(`${FRONT}Text.`).cardEquation).toBeNull();
  });
  test("must exist", () => {
    expect(() => compile(`${front}Text.`)).toThrow("there is no equation “eq-a” (known: none)");
  });
});

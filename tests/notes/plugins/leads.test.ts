import { describe, expect, test } from "vitest";
import { compileNote } from "../../../src/notes/compile.ts";
import { FRONT, sources } from "../../fixtures/notes/sources.ts";

const compile = (markdown: string) => compileNote("notes/x.md", markdown, sources);
const leads = (markdown: string): string[] =>
  compile(FRONT + markdown).sections.map(({ lead }) => lead);

describe("a section's first sentence", () => {
  test("is plain text, with formulas in characters and citations as they are read", () => {
    expect(
      leads("## A\n\nLet $g_\\theta$ be *a* net :cite[toy2017]. It learns.\n\n::references\n"),
    ).toEqual(["Let gθ be a net (One et al., 2017)."]);
  });
  test("is shared by headings that stand right above one another", () => {
    expect(leads("## A\n\n### B\n\nOne. Two.\n")).toEqual(["One.", "One."]);
  });
  test("is missing where the section begins with something else", () => {
    expect(leads("## A\n\n- list\n\nText.\n\n## B\n")).toEqual(["", ""]);
  });
});

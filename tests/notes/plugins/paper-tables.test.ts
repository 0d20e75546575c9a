import { describe, expect, test } from "vitest";
import { compileNote } from "../../../src/notes/compile.ts";
import { FRONT, sources } from "../../fixtures/notes/sources.ts";

const html = (markdown: string, given = sources): string =>
  compileNote("notes/x.md", FRONT + markdown, given).html;

describe("notation", () => {
  test("prints each symbol, its shape and meaning with formulas", () => {
    const made = html("::notation");
    expect(made.match(/<tr[ >]/g)).toHaveLength(3);
    expect(made).toContain(
      '<strong>critic</strong>, <code>[m, 1]</code>: <span class="meaning">A network.',
    );
    expect(made).toContain('<annotation encoding="application/x-tex">f_w</annotation>');
  });
  test("leads to the demo that sets a symbol, where the note has it", () => {
    expect(html("::notation")).not.toContain("Set it in the demo");
    expect(html('::demo{id="toy/ring"}\n\n::notation')).toContain(
      '<a href="#ring" data-control="ring.c">Set it in the demo.</a>',
    );
  });
});

describe("deviations", () => {
  test("prints what differs and why", () => {
    const made = html("::deviations");
    expect(made).toContain('<div class="deviation" id="deviation-size">');
    expect(made).toContain(
      "<dt>Here</dt><dd>32 units.</dd><dt>Why</dt><dd>It runs on a phone.</dd>",
    );
  });
  test("says so when none is declared", () => {
    const toy = { ...sources.papers.toy!, deviations: [] };
    const demo = '::demo{id="toy/line"}\n\n';
    expect(html(`${demo}::deviations`, { ...sources, papers: { toy } })).toContain(
      "no deviation is declared",
    );
    expect(html("::deviations", { ...sources, papers: { toy } })).toContain("nothing to declare");
  });
});

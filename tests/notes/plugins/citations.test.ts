import { describe, expect, test } from "vitest";
import { compileNote } from "../../../src/notes/compile.ts";
import { labelsOf } from "../../../src/notes/plugins/citations.ts";
import { labelOf, linkOf, nameOf, sourceOf } from "../../../src/notes/reference-text.ts";
import { FRONT, sources } from "../../fixtures/notes/sources.ts";

const { references } = sources;
const html = (markdown: string): string =>
  compileNote("notes/x.md", FRONT + markdown, sources).html;

describe("a citation", () => {
  test("reads as author, year and place, and leads to the list and back", () => {
    const made = html('So it is :cite[toy2017]{at="§4.2"}.\n\n::references');
    expect(made).toContain(
      '<span class="cite" id="cite-toy2017-1">(<a href="#ref-toy2017">One et al., 2017</a>, §4.2)</span>',
    );
    expect(made).toContain(
      '<li id="ref-toy2017"><span class="ref-by">Ada One, Bo Two and Cy Three (2017). </span><a class="ref-title" href="https://arxiv.org/abs/1701.00001v3">A toy</a>.<span class="ref-in"> Toys; arXiv:1701.00001 v3.</span>\u00a0',
    );
    expect(made).toContain('<a href="#cite-toy2017-1" aria-label="Back to citation 1">↩</a>');
  });
  test("offers its BibTeX by name", () => {
    expect(html("A :cite[toy2017].\n\n::references")).toContain(
      '<button type="button" data-bib="toy2017" data-bib-to="clipboard" aria-label="Copy BibTeX of One et al., 2017">Copy BibTeX</button>',
    );
  });
  test("lists only what is cited", () => {
    expect(html("A :cite[pair2016].\n\n::references")).not.toContain("1701.00001");
  });
  test("must be known, and the list must be there", () => {
    expect(() => html("Text.\n\nA :cite[toy2018].\n\n::references")).toThrow(
      "notes/x.md:11: unknown citation “toy2018”: add it to notes/references.json",
    );
    expect(() => html("A :cite[toy2017].")).toThrow("no `::references`");
  });
});

describe("the text of a reference", () => {
  test("names by number of authors", () => {
    expect(["toy2017", "pair2016"].map((key) => nameOf(references[key]!))).toEqual([
      "One et al.",
      "One and Two",
    ]);
    expect(nameOf({ title: "", author: [{ family: "One" }], year: 1 })).toBe("One");
  });
  test("works without authors go by their title", () => {
    const code = { title: "toys/ring: the code", url: "https://example.org/" };
    expect(labelOf(code)).toBe("toys/ring");
    expect(labelOf({ ...code, year: 2017 })).toBe("toys/ring, 2017");
    expect(sourceOf({ ...code, year: 2017 })).toEqual({ before: "", after: " 2017." });
  });
  test("letters tell works apart that would read alike", () => {
    expect([...labelsOf(references, ["same2016", "toy2017", "pair2016"])]).toEqual([
      ["pair2016", "One and Two, 2016a"],
      ["same2016", "One and Two, 2016b"],
      ["toy2017", "One et al., 2017"],
    ]);
  });
  test("arXiv is preferred to other addresses, and none is invented", () => {
    expect(linkOf(references.toy2017!)).toBe("https://arxiv.org/abs/1701.00001v3");
    expect(linkOf(references.pair2016!)).toBe("https://example.org/");
    expect(linkOf({ ...references.same2016!, doi: "10.1/x" })).toBe("https://doi.org/10.1/x");
    expect(linkOf(references.same2016!)).toBeUndefined();
    expect(sourceOf(references.same2016!)).toEqual({ before: "One and Two (2016). ", after: "" });
  });
});

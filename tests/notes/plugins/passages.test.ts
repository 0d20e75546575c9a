/** What a search can find in a note. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compileNote } from "../../../src/notes/compile.ts";
import { FRONT, sources } from "../../fixtures/notes/sources.ts";

const { passages, html } = compileNote(
  "notes/toy.md",
  readFileSync("tests/fixtures/notes/toy.md", "utf8"),
  sources,
);
const of = (markdown: string) => compileNote("notes/x.md", FRONT + markdown, sources).passages;
const formula = (tex: string): string => of(`## A\n\n$${tex}$`).at(-1)!.text;

test("the toy note falls into its parts", () => {
  expect(passages.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    "note ",
    "remark meaningful",
    "remark margin-2",
    "section the-distance-here",
    "equation eq-w",
    "demo ring",
    "section details",
    "section notation",
    "symbol symbol-bound",
    "symbol symbol-critic",
    "section deviations",
    "section references",
    "reference ref-pair2016",
    "reference ref-toy2017",
  ]);
});

test("each part leads to a place that the note has", () => {
  for (const { id } of passages) if (id) expect(html).toContain(`id="${id}"`);
});

describe("each part says what readers read", () => {
  const find = (id: string, at = 0) => passages.filter((passage) => passage.id === id)[at];

  test("the note: its summary and what stands before the first heading", () => {
    expect(find("")!.text).toBe(
      "One sentence. The claim is made (One et al., 2017, §4.2), at 10:30 and again (One et al., 2017), after (One and Two, 2016).",
    );
  });
  test("a remark: its claim, verdict and text, without its switch", () => {
    expect(find("meaningful")).toMatchObject({
      title: "The loss means something",
      text: "Partly right. It does, for c fixed.",
    });
  });
  test("an equation: number, source and letters", () => {
    expect(find("eq-w")).toMatchObject({
      title: "Equation 1: Eq. (1)",
      text: "W(p, q) = inf_γ ∫∥x − y∥ dγ",
    });
  });
  test("a symbol: letter, name and meaning, without the link to its control", () => {
    expect(find("symbol-bound")).toMatchObject({
      symbol: "c",
      title: "bound",
      text: "Keeps w small.",
    });
  });
  test("a demo: question, title and settings", () => {
    expect(find("ring")).toMatchObject({
      title: "Does it find every mode?",
      text: "Fig. 1. Points on a ring. Learning rate: How far each step goes. Bound: How large weights may be.",
    });
  });
  test("a reference: title, authors and where it appeared, without the way back", () => {
    expect(find("ref-toy2017")).toMatchObject({
      title: "A toy",
      text: "Ada One, Bo Two and Cy Three (2017). Toys; arXiv:1701.00001 v3.",
    });
  });
  test("a section: its own text; footnotes stay with the last", () => {
    expect(find("details")!.text).toBe("a b 1 2 A footnote.");
    expect(find("references")!.text).toBe("The footnote.");
  });
});

test.each([
  [String.raw`f_w`, "f_w"],
  [String.raw`\mathbb{P}_\theta`, "ℙ_θ"],
  [String.raw`\tfrac12 a + \frac{a+b}{2}`, "1/2 a + (a + b)/2"],
  [String.raw`n_{\text{critic}}`, "n_critic"],
  [String.raw`\hat{x}_i^2`, "x̂_i^2"],
  [String.raw`f'(x)\in[-c, c]`, "f′(x) ∈ [−c, c]"],
  [String.raw`\prod_{h=1}^{H} n_h`, "∏_(h = 1)^H n_h"],
  [String.raw`\log\sqrt{d}`, "log √d"],
])("%s reads %s", (tex, text) => {
  expect(formula(tex)).toBe(text);
});

/** Every note of the site compiles against the real papers, demos and references, and reads without our scripts. */
import { describe, expect, test } from "vitest";
import { compileNote } from "../src/notes/compile.ts";
import { linkOf } from "../src/notes/reference-text.ts";
import { realNotes, realSources as sources } from "./fixtures/notes/real-notes.ts";

// Compiling checks citations, demos, equations, formulas, unique ids, links into the note and front matter.
test("there are notes", () => expect(realNotes.length).toBeGreaterThan(0));

test("every reference has a title and can be opened", () => {
  for (const [key, reference] of Object.entries(sources.references)) {
    expect(reference.title, key).toMatch(/\S/);
    expect(linkOf(reference), key).toMatch(/^https:/);
    for (const { family } of reference.author ?? []) expect(family, key).toMatch(/\S/);
  }
});

const WGAN_FRONT =
  "---\ntitle: A\npaper: wgan\nsummary: B.\nchanges: [2026-11-23: First version.]\norder: 1\n---\n\n";

/** Claims, questions and doubts about each paper that its note must answer: the rows of our fact sheets, by number. */
const CLAIMS: Readonly<Record<string, readonly string[]>> = {
  draw: claims("D", 9),
  "matching-networks": claims("M", 16),
  "neural-statistician": claims("N", 11),
  wgan: claims("W", 5),
  supcon: claims("S", 9),
};

function claims(letter: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${letter}${i + 1}`);
}

test("every paper has a note", () => {
  expect(realNotes.map(({ meta }) => meta.slug)).toEqual(
    expect.arrayContaining(Object.keys(CLAIMS)),
  );
});

/** Numbered figures of the text that are nobody's. Citations name their work. */
function strayFigures(html: string): string[] {
  const text = html
    .replace(
      /<span class="cite"[\s\S]*?<\/a>[^<]*<\/span>|<a [^>]*class="figure-link"[^>]*>[^<]*/g,
      "",
    )
    .replace(/<[^>]+>/g, "");
  const named = /\bFig(?:ures?|s?\.)\s\d/g;
  const owned = /(?:[Tt]he paper’s|[A-Z][\p{L}. ]+’s|\b[Tt]heir|\b[Ii]ts)\s$/u;
  return [...text.matchAll(named)]
    .filter(({ index }) => !owned.test(text.slice(Math.max(0, index - 80), index)))
    .map(({ index }) => text.slice(Math.max(0, index - 30), index + 30));
}

test("a figure that is nobody's is found", () => {
  const found = (markdown: string): number =>
    strayFigures(compileNote("notes/wgan.md", WGAN_FRONT + markdown, sources).html).length;
  expect(found("Figure 3 shows it, and so does Fig. 2.")).toBe(2);
  expect(
    found(
      "The paper's Figure 3, Gulrajani's Figure 2 and :cite[gulrajani2017]{at=\"Fig. 5b\"}.\n\n::references",
    ),
  ).toBe(0);
});

describe.each(realNotes)("notes/$meta.slug", (note) => {
  test("has no formula error and no inline style", () => {
    expect(note.html).not.toContain("katex-error");
    expect(note.html).not.toMatch(/<[^>]*\sstyle=/);
  });

  test("has ids that are unique and links that lead somewhere", () => {
    const ids = [...note.html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of note.html.matchAll(/href="#([^"]+)"/g))
      expect(ids).toContain(decodeURIComponent(target!));
  });

  test("links into other notes lead to notes that exist", () => {
    const slugs = realNotes.map(({ meta }) => meta.slug);
    for (const [, slug, rest] of note.html.matchAll(/href="\/([^"/#]+)\/([^"#]*)/g)) {
      if (slug === "code") expect(note.meta.demos).toContain(rest!.replace(/\/$/, ""));
      else expect(slugs).toContain(slug);
    }
  });

  test("has no left-over Markdown", () => {
    const text = note.html.replace(
      /<pre[\s\S]*?<\/pre>|<code[\s\S]*?<\/code>|<annotation[\s\S]*?<\/annotation>/g,
      "",
    );
    expect(text).not.toMatch(/:::|::\w+|\$\$/);
  });

  test("says whose figure it speaks of: the paper's, another work's, or ours by `:fig[…]`", () => {
    const stray = strayFigures(note.html);
    expect(stray).toEqual([]);
  });

  test("answers every claim about its paper in the margin, and no claim that nobody made", () => {
    const answered = [...note.html.matchAll(/data-fact="([^"]+)"/g)].flatMap(([, ids]) =>
      ids!.split(" "),
    );
    expect(answered.toSorted()).toEqual((CLAIMS[note.meta.slug] ?? []).toSorted());
  });

  test("names a paper that it can cite with version", () => {
    if (!note.meta.paper) return;
    expect(note.meta.paper.version).toMatch(/^v\d+$/);
    expect(note.outline.length).toBeGreaterThan(2);
  });
});

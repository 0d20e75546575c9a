/** `:claim[…]{…}` in a note: the mark that it becomes, and what breaks the build. */
import { describe, expect, test } from "vitest";
import { compileNote } from "../../../src/notes/compile.ts";
import type { ClaimResult } from "../../../src/claims/result.ts";
import type { Sources } from "../../../src/notes/note.ts";
import { FRONT, sources } from "../../fixtures/notes/sources.ts";

const CLAIM =
  ':claim[It finds *all* modes.]{run="toy/ring?c=0.1" steps="2000" seeds="2" expect="modes >= 8"}';
const KEY = "modes >= 8; toy/ring?c=0.1; 2000 steps; seeds 1 to 2";
const RESULT: ClaimResult = {
  code: { "toy/ring": "0123456789" },
  runs: ["Usual"],
  seeds: [1, 2],
  measured: [{ is: "modes", says: "modes covered, at the end", values: [8, 9] }],
  agree: [true, true],
  holds: true,
  commit: "1a2b3c4",
  date: "2026-11-23",
  seconds: 3,
};
const DEMO = '::demo{id="toy/ring"}\n\n';
const compile = (markdown: string, claims: Sources["claims"] = { [KEY]: RESULT }) =>
  compileNote("notes/x.md", FRONT + markdown, { ...sources, claims });
const failure = (markdown: string, claims?: Sources["claims"]): string => {
  try {
    compile(markdown, claims);
  } catch (error) {
    return (error as Error).message;
  }
  return "no failure";
};

describe("a claim that holds", () => {
  const note = compile(`${DEMO}Before. ${CLAIM} After.`);

  test("is its sentence, a button and what the button unfolds, all within the paragraph", () => {
    expect(note.html).toContain(
      'Before. <span class="claim">It finds <em>all</em> <span class="together">modes.<button ',
    );
    const [, id] = /<button class="claim-mark" type="button" popoverTarget="([^"]+)">/i.exec(
      note.html,
    )!;
    expect(note.html).toContain(`id="${id}"`);
    expect(note.html).toMatch(/<span class="claim-card" id="[^"]+" popover="auto" role="group"/);
    expect(note.html).toContain('<span class="sr-only">Checked: 2 of 2 seeds agree. How?</span>');
    const paragraph = note.html.slice(note.html.indexOf("<p>Before"));
    expect(paragraph).toMatch(/^<p>(?:(?!<\/p>|<div|<p|<details)[^])*After\.<\/p>/);
  });

  test("says what was run, what came out, and where it can be run", () => {
    for (const part of [
      '<code class="claim-expect">modes &gt;= 8</code>',
      "modes covered, at the end",
      "8.5 (8 to 9)",
      "2,000 steps, seeds 1 to 2",
      "commit 1a2b3c4, 2026-11-23",
      '<a class="claim-link" href="?ring.c=0.1&amp;ring.stop=2000&amp;v=1#ring">Set it up here</a>',
    ])
      expect(note.html).toContain(part);
  });

  test("is handed on with its key and line, and counts as its sentence only", () => {
    expect(note.claims).toMatchObject([{ key: KEY, text: "It finds all modes.", line: 11 }]);
    expect(note.meta.words).toBe(6);
  });

  test("with exceptions says which seeds they are, in the other colour", () => {
    const part = CLAIM.replace("}", ' agree="1/2"}');
    const key = `${KEY}, in 1 of 2`;
    const { html } = compile(DEMO + part, { [key]: { ...RESULT, agree: [true, false] } });
    expect(html).toContain('class="claim-mark claim-mixed"');
    expect(html).toContain("Checked: 1 of 2 seeds agree (not seed 2)");
  });

  test("about a demo without steps speaks of none", () => {
    const instant = ':claim[It is dark.]{run="toy/ring?c=2" expect="dark > 1"}';
    const key = "dark > 1; toy/ring?c=2; seed 1";
    const { html } = compile(DEMO + instant, { [key]: { ...RESULT, seeds: [1], agree: [true] } });
    expect(html).toContain('href="?ring.c=2&amp;v=1#ring">Set it up here</a>');
    expect(html).toContain('<span class="claim-line">seed 1</span>');
  });

  test("of two runs links to both", () => {
    const two = ':claim[Nearer.]{a="toy/ring" b="toy/ring?c=1" steps="50" expect="a.em < b.em"}';
    const key = "a.em < b.em; a = toy/ring, b = toy/ring?c=1; 50 steps; seed 1";
    const result = { ...RESULT, runs: ["Usual", "c 1"], seeds: [1], agree: [true] };
    const { html } = compile(DEMO + two, { [key]: result });
    expect(html).toContain('href="?ring.stop=50&amp;v=1#ring">Set up a here</a>');
    expect(html).toContain('href="?ring.c=1&amp;ring.stop=50&amp;v=1#ring">Set up b here</a>');
    expect(html).toContain("b: c 1");
  });
});

test("without results claims are read and nothing is marked", () => {
  const note = compileNote("notes/x.md", FRONT + DEMO + CLAIM, sources);
  expect(note.claims).toHaveLength(1);
  expect(note.html).not.toContain("button");
});

describe("the build breaks, with file and line, on a claim that", () => {
  test.each([
    [
      "was never run",
      CLAIM,
      {},
      "notes/x.md:11: the claim “It finds all modes.” was never run: npm run claims",
    ],
    [
      "does not hold",
      CLAIM,
      { [KEY]: { ...RESULT, holds: false, agree: [true, false] } },
      "does not hold: 1 of 2 seeds agree, 2 should; modes is 8.5 (8 to 9)",
    ],
    ["cannot be read", CLAIM.replace(">=", "=>"), {}, 'notes/x.md:11: expect="modes => 8": '],
    ["names no demo", CLAIM.replace("toy/ring", "toy/gone"), {}, "there is no demo “toy/gone”"],
    [
      "is about a demo of another note",
      CLAIM.replace("toy/ring", "toy/line"),
      {},
      "is not in this note",
    ],
    ["says nothing", CLAIM.replace("It finds *all* modes.", ""), {}, "a claim is a sentence"],
  ])("%s", (_, claim, results, message) => {
    expect(failure(DEMO + claim, results)).toContain(message);
  });
});

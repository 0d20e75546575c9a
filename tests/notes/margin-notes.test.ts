import { describe, expect, test } from "vitest";
import { compileNote } from "../../src/notes/compile.ts";
import { FRONT, sources } from "../fixtures/notes/sources.ts";

const html = (markdown: string): string =>
  compileNote("notes/x.md", FRONT + markdown, sources).html;
const rows = (markdown: string): number[] =>
  [...html(markdown).matchAll(/class="beside rows-(\d+)"/g)].map(([, n]) => Number(n));
const note = ":::margin\nRemark.\n:::\n\n";
const text = (n: number): string => "Text.\n\n".repeat(n);

describe("a margin note", () => {
  test("is an aside after its paragraph, with claim and verdict in words", () => {
    const made = html(':::margin{#loss claim="It means $x$" verdict="partly"}\nIt *does*.\n:::');
    expect(made).toContain(
      '<aside class="margin-note" id="loss" aria-label="On a claim of the paper">',
    );
    expect(made).toMatch(/<q class="margin-claim">It means <span class="katex">/);
    expect(made).toContain('<span class="verdict verdict-partly">Partly right</span>');
    expect(made).toContain('<div class="margin-body"><p>It <em>does</em>.</p></div>');
  });
  test("unfolds without a script", () => {
    const made = html(note);
    expect(made).toMatch(
      /<input type="checkbox" id="margin-1-open"[^>]*aria-label="Show the note: margin note"/,
    );
    expect(made).toContain('<label for="margin-1-open"');
  });
  test.each([
    [':::margin{verdict="maybe"}\nx\n:::', "unknown verdict “maybe”"],
    [':::margin{verdit="right"}\nx\n:::', "a margin note has no “verdit”"],
    ["> :::margin\n> x\n> :::", "not inside a list or quote"],
  ])("says what is wrong with %j", (markdown, message) => {
    expect(() => html(markdown)).toThrow(message);
  });
});

describe("rows of the margin", () => {
  test("a note may reach to the end of the text", () => {
    expect(rows(text(1) + note + text(2))).toEqual([3]);
  });
  test("but not into the row of the next note, a new section or a figure", () => {
    expect(rows(text(1) + note + text(3) + note + text(1))).toEqual([3, 2]);
    expect(rows(`${text(1)}${note}${text(1)}## Next\n\n${text(4)}`)).toEqual([2]);
    expect(rows(`${text(1)}${note}${text(1)}::demo{id="toy/ring"}\n\n${text(4)}`)).toEqual([2]);
  });
  test("notes in succession share a cell", () => {
    const made = html(text(1) + note + note + text(2));
    expect(made.match(/class="beside/g)).toHaveLength(1);
    expect(made.match(/<aside/g)).toHaveLength(2);
  });
});

import { describe, expect, test } from "vitest";
import { compileNote } from "../../src/notes/compile.ts";
import { MAX_ROWS } from "../../src/notes/plugins/margin-strips.ts";
import { FRONT, sources } from "../fixtures/notes/sources.ts";

const html = (markdown: string): string =>
  compileNote("notes/x.md", FRONT + markdown, sources).html;
/** Blocks of each strip. */
const rows = (markdown: string): number[] =>
  [...html(markdown).matchAll(/class="strip rows-(\d+)"/g)].map(([, n]) => Number(n));
const note = ":::margin\nRemark.\n:::\n\n";
const text = (n: number): string => "Text.\n\n".repeat(n);

describe("a margin note", () => {
  test("is an aside after its paragraph, with claim and verdict in words", () => {
    const made = html(':::margin{#loss claim="It means $x$" verdict="partly"}\nIt *does*.\n:::');
    expect(made).toContain(
      '<aside class="margin-note" id="loss" role="note" aria-label="It means $x$">',
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

describe("strips", () => {
  test("begin at the block that the note belongs to and reach to the end", () => {
    expect(rows(text(1) + note + text(2))).toEqual([3]);
    expect(html(`First.\n\nOwner.\n\n${note}`)).toMatch(
      /^<p>First\.<\/p><div class="strip rows-1"><p>Owner\.<\/p><div class="beside"><aside/,
    );
  });
  test("end before the next note's block, a figure, and a heading at their end", () => {
    expect(rows(text(1) + note + text(3) + note + text(1))).toEqual([3, 2]);
    expect(rows(`${text(1)}${note}${text(1)}::demo{id="toy/ring"}\n\n${text(4)}`)).toEqual([2]);
    expect(rows(`${text(1)}${note}${text(1)}## Next\n\n${text(1)}${note}`)).toEqual([2, 1]);
  });
  test("may reach into the next section, so that long notes leave no hole", () => {
    expect(rows(`${text(1)}${note}## Next\n\n${text(1)}`)).toEqual([3]);
  });
  test("are no longer than the style sheet knows", () => {
    expect(rows(text(1) + note + text(30))).toEqual([MAX_ROWS]);
  });
  test("hold notes in succession together, and lose nothing", () => {
    const made = html(text(1) + note + note + text(2));
    expect(made.match(/class="beside/g)).toHaveLength(1);
    expect(made.match(/<aside/g)).toHaveLength(2);
    expect(made.match(/<p>Text\.<\/p>/g)).toHaveLength(3);
  });
});

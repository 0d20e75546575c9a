import { describe, expect, test } from "vitest";
import { compileNote } from "../../../src/notes/compile.ts";
import { MAX_LIFT } from "../../../src/notes/plugins/margin-places.ts";
import { FRONT, sources } from "../../fixtures/notes/sources.ts";

const html = (markdown: string): string =>
  compileNote("notes/x.md", FRONT + markdown, sources).html;
/** Lift and room of each note, in lines. */
const places = (markdown: string): number[][] =>
  [...html(markdown).matchAll(/class="margin-note lift-(\d+) room-(\d+)"/g)].map(([, ...n]) =>
    n.map(Number),
  );
const words = (n: number): string => `${"word ".repeat(n)}\n\n`;
const note = ":::margin\nRemark.\n:::\n\n";
const long = `:::margin\n${"Remark ".repeat(80)}\n:::\n\n`;

describe("a margin note", () => {
  test("is an aside after its paragraph, with claim and verdict in words", () => {
    const made = html(':::margin{#loss claim="It means $x$" verdict="partly"}\nIt *does*.\n:::');
    expect(made).toContain(
      '<aside class="margin-note lift-0 room-0" id="loss" role="note" aria-label="It means $x$">',
    );
    expect(made).toMatch(/<span class="margin-claim">It means <span class="katex">/);
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

describe("the place of a note", () => {
  test("is beside the paragraph before it: it is lifted by the paragraph's lines", () => {
    expect(places(words(10) + long)).toEqual([[1, 0]]);
    expect(places(words(60) + long)).toEqual([[4, 0]]);
  });
  test("is never above the notes before it: the lift is at most its own height", () => {
    expect(places(words(200) + note)).toEqual([[0, 0]]);
    expect(places(words(1000) + long)[0]![0]).toBe(MAX_LIFT);
  });
  test("leaves the room that the next note is lifted by", () => {
    const found = places(words(60) + long + words(100) + long + words(60));
    expect(found[0]![1]).toBe(found[1]![0]);
    expect(found[1]![1]).toBe(0);
  });
  test("of a second note of the same paragraph is after the first", () => {
    const [first, second] = places(words(60) + long + long);
    expect(first![0]).toBe(4);
    expect(second![0]).toBe(0);
  });
  test("changes neither order nor number of blocks", () => {
    expect(html(`First.\n\n${note}Second.\n\n`)).toMatch(
      /^<p>First\.<\/p><aside[\s\S]*<\/aside><p>Second\.<\/p>$/,
    );
  });
});

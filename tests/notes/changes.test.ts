import { describe, expect, test } from "vitest";
import { changesOf } from "../../src/notes/changes.ts";
import { compileNote } from "../../src/notes/compile.ts";
import { FRONT, sources } from "../fixtures/notes/sources.ts";

const front = (lines: string): string => FRONT.replace(/changes: .*\n/, lines);
const compile = (markdown: string) => compileNote("notes/x.md", markdown, sources).meta;

test("a note was updated when its newest change was made", () => {
  const lines = "changes:\n  - 2026-12-01: 'A demo: the grid.'\n  - 2026-11-23: First version.\n";
  expect(compile(front(lines))).toMatchObject({
    updated: "2026-12-01",
    changes: [
      { date: "2026-12-01", text: "A demo: the grid." },
      { date: "2026-11-23", text: "First version." },
    ],
  });
});

test("a note of the old form is told what to write", () => {
  expect(() => compile(front("updated: 2026-11-23\n"))).toThrow(
    "notes/x.md:1: front matter no longer has `updated`: write `changes:` and below it `- 2026-11-23: First version.`",
  );
});

test("a note without changes is told what to write", () => {
  expect(() => compile(front(""))).toThrow(/front matter needs `changes`, a list like/);
});

describe("what is wrong is said", () => {
  const first = { "2026-11-23": "First version." };
  test.each([
    ["none", [], /needs `changes`/],
    ["a text", "2026-11-23", /needs `changes`/],
    ["no date", ["First version."], /this is not: "First version\."/],
    ["two in one", [{ ...first, "2026-11-24": "More." }], /this is not:/],
    ["nothing in one", [{}], /this is not: \{\}/],
    ["null", [null], /this is not: null/],
    ["another form of date", [{ "23 November 2026": "x" }], /“23 November 2026”, which is no date/],
    ["a day that does not exist", [{ "2026-02-30": "x" }], /“2026-02-30”, which is no date/],
    ["no text", [{ "2026-11-23": null }], /does not say what changed on 2026-11-23/],
    ["an empty text", [{ "2026-11-23": " " }], /does not say what changed on 2026-11-23/],
    ["oldest first", [first, { "2026-11-24": "x" }], /2026-11-23 stands above 2026-11-24/],
    ["a day twice", [first, { ...first }], /two entries for 2026-11-23/],
  ])("%s", (_, data, sentence) => {
    expect(changesOf(data)).toMatch(sentence);
  });
});

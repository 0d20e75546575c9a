/** Words that were to be replaced and were not: in notes, and in what the page says. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const LEFT_OVER = /\b(?:TODO|FIXME|XXX+|TBD|HACK|lorem|ipsum)\b|\?\?\?/gi;
/** A placeholder is shouted: so many capitals in a row are otherwise a name of the field, and few. */
const SHOUTED = /\b[A-Z]{6,}\b/g;
const NAMES = new Set(["LICENSE", "MNIST", "OMNIGLOT", "README"]);
/** Neither code nor formulas are read as words. */
const NOT_WORDS = /```[\s\S]*?```|`[^`\n]*`|\$\$[\s\S]*?\$\$|\$[^$\n]*\$|https?:\/\/\S+/g;

const leftOver = (text: string): string[] => {
  const words = text.replace(NOT_WORDS, " ");
  return [
    ...[...words.matchAll(LEFT_OVER)].map(([found]) => found),
    ...[...words.matchAll(SHOUTED)].map(([found]) => found).filter((word) => !NAMES.has(word)),
  ];
};

/** Sentences in code: strings and what stands between tags; constants are not read. */
const sentencesOf = (code: string): string =>
  [
    ...code
      .replace(/\$\{[^{}]*\}/g, "…")
      .matchAll(/"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|>[^<>{}=;()|&]+</g),
  ]
    .map(([found]) => found.slice(1, -1))
    .filter((found) => found.includes(" ") && !/=>|===/.test(found))
    .join("\n");

const filesIn = (folder: string, end: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => end.test(name))
    .map((name) => join(folder, name));

test("a placeholder is found, and names of the field are not", () => {
  expect(leftOver("as in OURSROW, TODO; lorem ipsum")).toEqual([
    "TODO",
    "lorem",
    "ipsum",
    "OURSROW",
  ]);
  expect(leftOver("MNIST by DRAW, `XXX` and $TODO$")).toEqual([]);
});

test.each([...filesIn("notes", /\.md$/), "README.md"])("%s has no word left over", (file) => {
  expect(leftOver(readFileSync(file, "utf8"))).toEqual([]);
});

test("nor has what the page says", () => {
  const found = filesIn("src", /\.tsx?$/).flatMap((file) =>
    leftOver(sentencesOf(readFileSync(file, "utf8"))).map((word) => `${file}: ${word}`),
  );
  expect(found).toEqual([]);
});

/** The code beside the demos: which files, that they are shown as they are, and the links to and from the equations. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { demoCode } from "../../src/code/demo-code.ts";
import { mentionsIn } from "../../src/code/mentions.ts";
import { sourceFiles } from "../../src/code/source-files.ts";
import { importsOf } from "../../scripts/checkout/imports.ts";
import { realNotes as notes, realSources as sources } from "../fixtures/notes/real-notes.ts";

const papers = join(process.cwd(), "src/papers");
const shown = notes.flatMap(({ meta }) => meta.demos);

const SIGNS: Readonly<Record<string, string>> = { 38: "&", 60: "<", 62: ">", 34: '"' };
const textOf = (html: string): string =>
  html.replace(/<[^>]*>/g, "").replace(/&#(\d+);/g, (_, code: string) => SIGNS[code]!);

describe.each(shown)("the code of %s", (demo) => {
  const paper = demo.split("/")[0]!;
  const code = demoCode(papers, demo, notes, sources.papers[paper]!);

  test("is, letter for letter, what is on disk", async () => {
    for (const { name, html } of (await code).files)
      expect(textOf(html)).toBe(readFileSync(join(papers, paper, name), "utf8"));
  });

  test("is the program and every file of its paper that these files import", async () => {
    const names = (await code).files.map(({ name }) => name);
    expect(names[0]).toBe(`${demo.split("/")[1]}/program.ts`);
    // Found in another way than the code itself does.
    const imported = names.flatMap(
      (name) =>
        importsOf(`papers/${paper}/${name}`, readFileSync(join(papers, paper, name), "utf8"))
          .imports,
    );
    const own = imported.filter((path) => path.startsWith(`papers/${paper}/`));
    expect(new Set([`papers/${paper}/${names[0]}`, ...own])).toEqual(
      new Set(names.map((name) => `papers/${paper}/${name}`)),
    );
  });

  test("holds no inline style, and each line's anchor once", async () => {
    const html = (await code).files.map((file) => file.html).join("");
    expect(html).not.toMatch(/\sstyle=/);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("leads to equations that exist, and is led to by lines that exist", async () => {
    const { files, note } = await code;
    const html = files.map((file) => file.html).join("");
    const { equations, html: text } = notes.find(({ meta }) => meta.slug === note.slug)!;
    for (const [, id] of html.matchAll(new RegExp(`href="/${note.slug}/#([^"]+)"`, "g")))
      expect(equations.map((each) => each.id)).toContain(id);
    for (const [, id] of text.matchAll(new RegExp(`href="/code/${demo}/#([^"]+)"`, "g")))
      expect(html).toContain(` id="${id}"`);
  });
});

test("the critic's objective and its equation lead to each other", async () => {
  const { files } = await demoCode(papers, "wgan/ring", notes, sources.papers.wgan!);
  const losses = files.find(({ name }) => name === "losses.ts")!.html.split("\n");
  const at = losses.findIndex((line) => line.includes('href="/wgan/#eq-critic"'));
  expect(textOf(losses[at]!)).toContain("What the critic maximises");
  const wgan = notes.find(({ meta }) => meta.slug === "wgan")!;
  expect(wgan.html).toContain(`href="/code/wgan/ring/#ring-code-losses-${at + 1}"`);
});

describe("what a comment names", () => {
  const paper = { arxiv: "1701.07875", version: "v3" };
  const places = (text: string): string[] => {
    const comments = [{ start: 0, end: text.indexOf("*/") + 2 }];
    const file = { name: "a.ts", path: "/a.ts", text, comments };
    return mentionsIn(file, paper).flatMap((mention) => mention.places);
  };

  test.each([
    ["/** Eq. (3). */", ["v3 Eq. 3"]],
    ["/** eq. (3) of arXiv:1701.07875v3. */", ["v3 Eq. 3"]],
    ["/**\n * eq. (3) of\n * arXiv:1701.07875v3.\n */", ["v3 Eq. 3"]],
    ["/** Eq. (3) of the paper. */", ["v3 Eq. 3"]],
    ["/** v3 Eq. (1), Algorithm 1. */", ["v3 Eq. 1", "v3 Algorithm 1"]],
    // Of another work, of another version, in code.
    ["/** Eq. (3) of Gulrajani et al. */", []],
    ["/** Eq. (3) of arXiv:1704.00028v3. */", []],
    ["/** Eq. (3) of arXiv:1701.07875v2. */", []],
    ['/** x */ const label = "Eq. (3)";', []],
  ])("%j: %j", (text, expected) => {
    expect(places(text)).toEqual(expected);
  });
});

test("imports of types and re-exports are followed; what lies outside the paper is not", () => {
  const names = sourceFiles(papers, "wgan/ring").map(({ name }) => name);
  expect(names).toContain("losses.ts");
  expect(names.at(-1)).toBe("ring/demo.ts");
  expect(names).not.toContain("paper.ts");
  expect(names.filter((name) => name.startsWith(".."))).toEqual([]);
});

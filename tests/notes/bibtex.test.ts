import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { noteSources } from "../../scripts/checkout/note-sources.ts";
import { bibtexOf, bibtexOfPaper } from "../../src/notes/bibtex.ts";
import { compileNote } from "../../src/notes/compile.ts";
import { FRONT, sources } from "../fixtures/notes/sources.ts";

const { references, papers } = sources;

test("an entry of its fields", () => {
  expect(bibtexOf("toy2017", references.toy2017!)).toBe(`@misc{toy2017,
  title = {A toy},
  author = {One, Ada and Two, Bo and Three, Cy},
  year = {2017},
  howpublished = {Toys},
  eprint = {1701.00001v3},
  archiveprefix = {arXiv},
  url = {https://arxiv.org/abs/1701.00001v3}
}`);
});

test("what its publisher printed is taken as it is", () => {
  expect(bibtexOf("k", { title: "T", bibtex: "@article{x}" })).toBe("@article{x}");
});

test("kinds of entries by where the work appeared", () => {
  const first = (venue: string): string => bibtexOf("k", { title: "T", venue }).split("\n")[0]!;
  expect(first("NeurIPS 2014")).toBe("@inproceedings{k,");
  expect(first("Neural Computation 9")).toBe("@article{k,");
  expect(first("arXiv")).toBe("@misc{k,");
  expect(bibtexOf("k", { title: "T", venue: "NeurIPS 2014" })).toContain(
    "booktitle = {NeurIPS 2014}",
  );
  expect(bibtexOf("k", { title: "T", venue: "arXiv" })).not.toContain("howpublished");
});

test("signs of TeX are escaped, capitals in titles kept, groups kept whole", () => {
  const entry = bibtexOf("k", {
    title: "50% of GANs & WGAN-GP_2: a {study}",
    author: [{ family: "PyTorch and friends" }, { family: "Müller", given: "A. B." }],
  });
  expect(entry).toContain("title = {50\\% of {GANs} \\& {WGAN-GP}\\_2: a \\{study\\}}");
  expect(entry).toContain("author = {{PyTorch and friends} and Müller, A. B.}");
});

test("of the paper itself, when nobody listed it", () => {
  const { authors } = papers.toy!;
  expect(authors).toEqual(["Ada One"]);
  expect(bibtexOfPaper("toy", papers.toy!)).toContain("author = {One, Ada}");
});

test("a note's bibliography begins with its paper, and has each work once", () => {
  const keys = (markdown: string): string[] => [
    ...compileNote("notes/x.md", FRONT + markdown, sources).bibtex.keys(),
  ];
  expect(keys(":cite[pair2016] :cite[toy2017] :cite[pair2016]\n\n::references")).toEqual([
    "toy2017",
    "pair2016",
  ]);
  expect(keys("No citation.")).toEqual(["toy2017"]);
});

test("in the real notes entries are balanced and their keys unique", async () => {
  const real = await noteSources(process.cwd());
  for (const file of readdirSync("notes").filter((name) => name.endsWith(".md"))) {
    const { bibtex } = compileNote(`notes/${file}`, readFileSync(`notes/${file}`, "utf8"), real);
    const keys = [...bibtex.values()].map((entry) => /^@\w+\{([^,\s]+),/.exec(entry)?.[1]);
    expect(keys).not.toContain(undefined);
    expect(new Set(keys).size).toBe(keys.length);
    for (const entry of bibtex.values()) {
      const signs = entry.replaceAll(/\\[{}]/g, "");
      expect(signs.split("{").length, entry).toBe(signs.split("}").length);
    }
  }
});

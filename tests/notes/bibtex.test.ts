import { Cite } from "@citation-js/core";
// It makes itself known to the core.
// oxlint-disable-next-line import/no-unassigned-import
import "@citation-js/plugin-bibtex";
import { expect, test } from "vitest";
import { bibtexOf, bibtexOfPaper } from "../../src/notes/bibtex.ts";
import { compileNote } from "../../src/notes/compile.ts";
import { realNotes, realSources } from "../fixtures/notes/real-notes.ts";
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
  expect(entry).toContain(
    "title = {50\\% of {GANs} \\& {WGAN-GP}\\_2: a \\textbraceleft{}study\\textbraceright{}}",
  );
  expect(entry).toContain("author = {{PyTorch and friends} and Müller, A. B.}");
});

test.each([
  ["Improved Training of Wasserstein GANs", "Improved Training of {Wasserstein} {GANs}"],
  ["Auto-Encoding Variational Bayes", "{Auto-Encoding} Variational {Bayes}"],
  ["Siamese Neural Networks", "{Siamese} Neural Networks"],
  // Not in capitals throughout: what has one is a name.
  ["Notes on a dataset of Lake and others", "Notes on a dataset of {Lake} and others"],
  ["A study: An answer to what we asked", "A study: An answer to what we asked"],
  [
    "loss_out >= loss_in | a < b",
    "loss\\_out \\textgreater{}= loss\\_in \\textbar{} a \\textless{} b",
  ],
])("proper names are in braces, and signs are what TeX prints: %s", (text, printed) => {
  expect(bibtexOf("k", { title: text })).toContain(`title = {${printed}}`);
});

test.each(["a { b", "a } b", "{{"])("braces stay balanced, whatever a title has: %s", (text) => {
  const entry = bibtexOf("k", { title: text, author: [{ family: text }] });
  expect(entry.split("{").length).toBe(entry.split("}").length);
  expect(new Cite(`${entry}\n\n@misc{next, title = {Next}}`).data).toHaveLength(2);
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

test("in the real notes the keys of entries are unique", () => {
  for (const { bibtex } of realNotes) {
    const keys = [...bibtex.values()].map((entry) => /^@\w+\{([^,\s]+),/.exec(entry)?.[1]);
    expect(keys).not.toContain(undefined);
    expect(new Set(keys).size).toBe(keys.length);
  }
});

interface Name {
  readonly "non-dropping-particle"?: string;
  readonly family: string;
}

/** As a parser that nobody here wrote reads them. */
interface Parsed {
  readonly id: string;
  readonly title: string;
  readonly author?: readonly Name[];
}

/** "van den" and "Oord". */
const familyOf = ({ family, "non-dropping-particle": particle }: Name): string =>
  particle === undefined ? family : `${particle} ${family}`;

test("the files of the real notes say to another parser what the references say", () => {
  let compared = 0;
  for (const { bibtex } of realNotes) {
    const parsed = new Cite([...bibtex.values()].join("\n\n")).data as Parsed[];
    expect(parsed).toHaveLength(bibtex.size);
    for (const [i, key] of [...bibtex.keys()].entries()) {
      const reference = realSources.references[key];
      if (!reference || reference.bibtex) continue;
      const { title, author = [] } = parsed[i]!;
      expect(title).toBe(reference.title);
      expect(author.map(familyOf)).toEqual((reference.author ?? []).map(({ family }) => family));
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(60);
});

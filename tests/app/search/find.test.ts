/** Queries over the toy note and over every note of the site. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createFind } from "../../../src/app/search/find.ts";
import { marked, snippet } from "../../../src/app/search/snippet.ts";
import { compileNote } from "../../../src/notes/compile.ts";
import type { Note, NotePassages } from "../../../src/notes/note.ts";
import { realNotes } from "../../fixtures/notes/real-notes.ts";
import { sources } from "../../fixtures/notes/sources.ts";

const passagesOf = ({ meta, passages }: Note): NotePassages => ({
  slug: meta.slug,
  title: meta.title,
  passages,
});

const TOY = "tests/fixtures/notes/toy.md";
const toy = passagesOf(compileNote(TOY, readFileSync(TOY, "utf8"), sources));
const greek: NotePassages = {
  slug: "greek",
  title: "Greek",
  passages: [
    { id: "s", kind: "symbol", title: "deviation", symbol: "σ", text: "How wide it is." },
    { id: "l", kind: "symbol", title: "weight", symbol: "λ_i", text: "Of the penalty." },
    { id: "a", kind: "symbol", title: "others", symbol: "A(i)", text: "All but one." },
    { id: "t", kind: "section", title: "Wide", text: "The critic sees σ and Kantorovich’s λ_i." },
  ],
};
const find = await createFind([toy, greek]);
const first = (query: string): string => {
  const hit = find(query).groups[0]?.hits[0];
  return hit ? `${hit.slug} ${hit.passage.kind} ${hit.passage.id}` : "nothing";
};

describe("a query", () => {
  test.each([
    ["f_w", "toy symbol symbol-critic"],
    ["f_{w}", "toy symbol symbol-critic"],
    ["$f_w$", "toy symbol symbol-critic"],
    ["critic", "toy symbol symbol-critic"],
    ["sigma", "greek symbol s"],
    ["σ", "greek symbol s"],
    ["\\sigma", "greek symbol s"],
    ["λ", "greek symbol l"],
    ["lambda_i", "greek symbol l"],
    ["\\lambda_{i}", "greek symbol l"],
    ["A(i)", "greek symbol a"],
    ["gamma", "toy equation eq-w"],
    ["learning rate", "toy demo ring"],
    ["does it find every mode", "toy demo ring"],
    ["Ada", "toy reference ref-toy2017"],
    ["means something", "toy remark meaningful"],
  ])("%s finds %s first", (query, expected) => {
    expect(first(query)).toBe(expected);
  });

  test("may be unfinished, misspelt, or have a word too many, and is said to be", () => {
    expect(find("kantor")).toMatchObject({ count: 1, how: "exact" });
    expect(find("kantorovihc")).toMatchObject({ count: 1, how: "alike" });
    expect(find("kantorovich zebra")).toMatchObject({ count: 1, how: "some" });
  });

  test("that nothing answers finds nothing, nor do signs alone", () => {
    expect(find("xyzzyq").count).toBe(0);
    expect(find("???").count).toBe(0);
    expect(find("").count).toBe(0);
  });

  test("has its results by note, the one that is read before equals", async () => {
    const twins = (slug: string): NotePassages => ({ ...greek, slug, title: slug });
    const both = await createFind([twins("one"), twins("two")]);
    expect(both("critic", "two").groups.map(({ slug }) => slug)).toEqual(["two", "one"]);
    expect(both("critic", "one").groups.map(({ slug }) => slug)).toEqual(["one", "two"]);
  });

  test.each([
    ["soft hyphens", "kan\u00ADto\u00ADrovich"],
    ["joiners and marks of direction", "\u200Fkan\u200Dtorovich\u200B\uFEFF"],
  ])("with %s in it is the word that is seen", (_, query) => {
    expect(find(query)).toMatchObject({ count: 1, how: "exact" });
  });

  test("of any length is answered at once", () => {
    const began = process.cpuUsage();
    for (const word of ["kantorovihc ", "x", "\u00AD", "λ_i "]) find(word.repeat(100_000));
    // Not a timing: without a limit this takes minutes.
    expect(process.cpuUsage(began).user / 1e6).toBeLessThan(10);
  });
});

describe("a snippet", () => {
  const show = (pieces: ReturnType<typeof marked>): string =>
    pieces.map(({ text, found }) => (found ? `[${text}]` : text)).join("");

  test("marks words, Greek letters and indices, and loses no letter", () => {
    const text = "The critic’s σ, n_critic and F.";
    const pieces = marked(text, new Set(["sigma", "critic"]));
    expect(show(pieces)).toBe("The critic’s [σ], [n_critic] and F.");
    expect(pieces.map((piece) => piece.text).join("")).toBe(text);
  });

  test("of a long text stands where most words meet", () => {
    const filler = "one word after another ".repeat(20);
    const text = `${filler}critic ${filler}the clipped critic ends ${filler}`;
    const shown = show(snippet(text, new Set(["critic", "clipped"])));
    expect(shown).toContain("the [clipped] [critic] ends");
    expect(shown).toMatch(/^….*…$/);
    expect(shown.length).toBeLessThan(200);
  });
});

const notes = realNotes.map(passagesOf);
let turns = 0;
const others = setInterval(() => (turns += 1), 0);
const everywhere = await createFind(notes);
clearInterval(others);

test("the index of all notes lets others have their turn while it is made", () => {
  expect(turns).toBeGreaterThan(5);
});

describe("the note that is being read", () => {
  const slugs = (query: string, here: string): string[] =>
    everywhere(query, here).groups.map(({ slug }) => slug);
  test("comes first where it has an answer, though other notes explain the word", () => {
    expect(slugs("KL", "wgan")[0]).toBe("wgan");
    expect(slugs("KL", "supcon")[0]).toBe("supcon");
  });
  test("is never last of many, and elsewhere the best comes first", () => {
    for (const query of ["loss", "attention", "critic", "gradient", "KL"])
      for (const { slug } of notes) {
        const at = slugs(query, slug).indexOf(slug);
        expect(at, `${query} from ${slug}`).toBeLessThan(2);
      }
    expect(slugs("Lipschitz", "draw")[0]).toBe("wgan");
  });
});

describe.each(notes)("notes/$slug", ({ slug, passages }) => {
  test("has every section, remark, equation and demo found by its title", () => {
    const titled = passages.filter(({ kind }) => kind !== "symbol" && kind !== "reference");
    const missed = titled.filter(({ id, title }) => {
      const group = everywhere(title, slug).groups.find((each) => each.slug === slug);
      return !group?.hits.some(({ passage }) => passage.id === id);
    });
    expect(titled.length).toBeGreaterThan(3);
    expect(missed).toEqual([]);
  });

  test("has every symbol found by its letter, among its first hits", () => {
    const missed = passages.filter(({ symbol, title }) => {
      if (symbol === undefined || !/[\p{L}\p{N}]/u.test(symbol)) return false;
      const group = everywhere(symbol, slug).groups.find((each) => each.slug === slug);
      return !group?.hits.slice(0, 8).some(({ passage }) => passage.title === title);
    });
    expect(missed).toEqual([]);
  });
});

describe("fields weigh", () => {
  const kinds = (...passages: NotePassages["passages"]): NotePassages => ({
    slug: "weights",
    title: "Weights",
    passages,
  });
  /** Passages of one kind, so that only the field tells. */
  const order = async (query: string, ...passages: NotePassages["passages"]): Promise<string[]> =>
    (await createFind([kinds(...passages)]))(query).groups.flatMap(({ hits }) =>
      hits.map(({ passage }) => passage.id),
    );

  test("a word in a title more than twice in a text", async () => {
    expect(
      await order(
        "momentum",
        { id: "text", kind: "section", title: "Other", text: "momentum and momentum" },
        { id: "title", kind: "section", title: "momentum", text: "and other words here" },
      ),
    ).toEqual(["title", "text"]);
  });

  test("a letter as the symbol itself more than as a title", async () => {
    expect(
      await order(
        "tau",
        { id: "title", kind: "symbol", title: "tau", symbol: "x", text: "a letter" },
        { id: "symbol", kind: "symbol", title: "x", symbol: "tau", text: "a letter" },
      ),
    ).toEqual(["symbol", "title"]);
  });
});

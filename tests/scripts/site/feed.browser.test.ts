/** The feed and the site map, read by the browser's own XML parser. */
import { describe, expect, test } from "vitest";
import { feed } from "../../../scripts/site/feed.ts";
import { sitemap } from "../../../scripts/site/sitemap.ts";
import type { NoteMeta } from "../../../src/notes/note.ts";

const note = (slug: string, title: string, ...days: readonly string[]): NoteMeta => ({
  slug,
  title,
  summary: "A <b>sentence</b> & more.",
  changes: days.map((date) => ({ date, text: `Changed on “${date}” < & >.` })),
  updated: days[0]!,
  order: 1,
  demos: [],
  figures: [],
  words: 1,
});
const notes = [note("a", 'A & "B"', "2026-12-03", "2026-11-23"), note("b", "C <D>", "2026-12-01")];

function parse(xml: string): Document {
  const document = new DOMParser().parseFromString(xml, "application/xml");
  expect(document.querySelector("parsererror")?.textContent).toBeUndefined();
  return document;
}

const texts = (document: Document, selector: string): (string | null)[] =>
  [...document.querySelectorAll(selector)].map(({ textContent }) => textContent);

describe.each([null, "https://notes.example.org"])("with the address %s", (address) => {
  const document = parse(feed(notes, address));
  test("an entry for each change, newest first", () => {
    expect(document.documentElement.namespaceURI).toBe("http://www.w3.org/2005/Atom");
    expect(texts(document, "entry > title")).toEqual([
      'A & "B": Changed on “2026-12-03” < & >.',
      "C <D>: Changed on “2026-12-01” < & >.",
      'A & "B": Changed on “2026-11-23” < & >.',
    ]);
    expect(texts(document, "feed > updated")).toEqual(["2026-12-03T00:00:00Z"]);
  });
  test("ids are tag URIs, each its own", () => {
    const ids = texts(document, "id");
    expect(new Set(ids).size).toBe(4);
    for (const id of ids) expect(id).toMatch(/^tag:[a-z.]+,\d{4}-\d{2}-\d{2}:\/([a-z]+\/)?$/);
  });
  test("what RFC 4287 asks for is there", () => {
    for (const of of ["feed", "entry"])
      for (const name of ["id", "title", "updated"])
        for (const element of document.querySelectorAll(of))
          expect(element.querySelector(`:scope > ${name}`)?.textContent).toMatch(/\S/);
    expect(texts(document, "feed > author > name")).toEqual(["Live Paper Notes"]);
    const self = document.querySelector('feed > link[rel="self"]');
    expect(self?.getAttribute("href")).toBe(`${address ?? ""}/feed.xml`);
  });
});

test("the site map lists every page with its day", () => {
  const document = parse(sitemap(notes, "https://notes.example.org"));
  expect(texts(document, "loc")).toEqual([
    "https://notes.example.org/",
    "https://notes.example.org/a/",
    "https://notes.example.org/b/",
  ]);
  expect(texts(document, "lastmod")).toEqual(["2026-12-03", "2026-12-03", "2026-12-01"]);
});

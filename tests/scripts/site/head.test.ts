import { expect, test } from "vitest";
import { siteAddress } from "../../../scripts/site/address.ts";
import { headOf, structuredData } from "../../../scripts/site/head.ts";
import { compileNote } from "../../../src/notes/compile.ts";
import { FRONT, sources } from "../../fixtures/notes/sources.ts";

const note = compileNote("notes/toy.md", `${FRONT}Text.`, sources).meta;
const about = {
  path: "/toy/",
  title: 'A "toy" & more',
  description: "One </script> sentence.",
  card: "toy",
  note,
};
const content = (head: string, name: string): string | undefined =>
  new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)">`).exec(head)?.[1];

test("with an address a page names itself and its picture in full", () => {
  const head = headOf(about, "https://notes.example.org");
  expect(head).toContain('<link rel="canonical" href="https://notes.example.org/toy/">');
  expect(content(head, "og:url")).toBe("https://notes.example.org/toy/");
  expect(content(head, "og:image")).toBe("https://notes.example.org/cards/toy.jpg");
  expect(content(head, "twitter:card")).toBe("summary_large_image");
  expect(content(head, "article:modified_time")).toBe("2026-11-23");
});

test("without an address nothing that must be absolute is there", () => {
  const head = headOf(about, null);
  expect(head).not.toContain("canonical");
  expect(content(head, "og:title")).toBe("A &#34;toy&#34; &#38; more");
  for (const name of ["og:url", "og:image", "og:image:width", "og:image:alt"])
    expect(content(head, name)).toBeUndefined();
  expect(content(head, "twitter:card")).toBe("summary");
});

test("structured data is JSON about an article about a paper, and cannot end its element", () => {
  const element = structuredData(about, "https://notes.example.org");
  const json = /^<script type="application\/ld\+json">(.*)<\/script>$/.exec(element)![1]!;
  expect(json).not.toContain("<");
  // See in-ascii.ts.
  const letters = structuredData({ ...about, description: "σ 𝔼" }, null);
  expect(letters).toContain(String.raw`"\u03c3 \ud835\udd3c"`);
  expect(JSON.parse(json)).toMatchObject({
    "@type": "Article",
    headline: about.title,
    description: about.description,
    dateModified: "2026-11-23",
    url: "https://notes.example.org/toy/",
    about: {
      "@type": "ScholarlyArticle",
      name: "A toy",
      author: [{ name: "Ada One" }],
      sameAs: "https://arxiv.org/abs/1701.00001",
    },
  });
});

test("an address is the root of a site, or the build stops", () => {
  expect(siteAddress("https://notes.example.org/")).toBe("https://notes.example.org");
  expect(siteAddress("")).toBeNull();
  for (const bad of ["notes.example.org", "ftp://a.example", "https://a.example/sub/", "https://"])
    expect(() => siteAddress(bad)).toThrow(/SITE_URL is “.*root/);
});

/** What a page's head tells search engines and other sites about it. */
import type { NoteMeta } from "../../src/notes/note.ts";
import { sitePath } from "../../src/app/site-path.ts";
import { escaped } from "./escaped.ts";

const SITE = "Live Paper Notes";
const LICENCE = "https://opensource.org/license/mit";
/** Pixels of the pictures in public/cards. */
export const CARD = { width: 1200, height: 630 };

export interface AboutPage {
  /** The page that search engines should list, with the site's own folder: `/wgan/`. */
  readonly path: string;
  /** Without the site's name. */
  readonly title: string;
  readonly description: string;
  /** Name of its picture in public/cards. */
  readonly card: string;
  /** The note that it shows. */
  readonly note?: NoteMeta;
}

/** `address` is the site's origin; without it the tags that must name it are left out. */
export function headOf(
  { path, title, description, card, note }: AboutPage,
  address: string | null,
): string {
  const image = address && address + sitePath(`/cards/${card}.jpg`);
  const properties: readonly (readonly [string, string | number | null | undefined])[] = [
    ["og:site_name", SITE],
    ["og:type", note ? "article" : "website"],
    ["og:title", title],
    ["og:description", description],
    ["og:url", address && address + path],
    ["og:image", image],
    ["og:image:width", image && CARD.width],
    ["og:image:height", image && CARD.height],
    ["og:image:alt", image && `Title card: ${title}`],
    ["article:published_time", note?.changes.at(-1)!.date],
    ["article:modified_time", note?.updated],
  ];
  return [
    // Search engines take no other than a full one.
    address ? `<link rel="canonical" href="${address}${path}">` : "",
    ...properties
      .filter(([, content]) => content)
      .map(([name, content]) => `<meta property="${name}" content="${escaped(String(content))}">`),
    `<meta name="twitter:card" content="${image ? "summary_large_image" : "summary"}">`,
  ].join("");
}

/** Data for search engines: a note is an article about a paper. */
export function structuredData(
  { path, title, description, note }: AboutPage,
  address: string | null,
): string {
  const site = { "@type": "Organization", name: SITE };
  const data = note
    ? {
        "@type": "Article",
        headline: title,
        description,
        datePublished: note.changes.at(-1)!.date,
        dateModified: note.updated,
        author: site,
        publisher: site,
        about: note.paper && paperData(note.paper),
      }
    : { "@type": "WebSite", name: SITE, description };
  const text = JSON.stringify({
    "@context": "https://schema.org",
    ...data,
    inLanguage: "en",
    isAccessibleForFree: true,
    license: LICENCE,
    url: address ? address + path : undefined,
  });
  return `<script type="application/ld+json">${text.replace(/[<\u0080-\uFFFF]/g, inHex)}</script>`;
}

const inHex = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;

const paperData = ({ title, authors, year, venue, arxiv }: NonNullable<NoteMeta["paper"]>) => ({
  "@type": "ScholarlyArticle",
  name: title,
  author: authors.map((name) => ({ "@type": "Person", name })),
  datePublished: String(year),
  isPartOf: { "@type": "PublicationVolume", name: venue },
  sameAs: `https://arxiv.org/abs/${arxiv}`,
});

/** What search engines read first; only a site that knows its address can have it. */
import type { NoteMeta } from "../../src/notes/note.ts";
import { sitePath } from "../../src/app/site-path.ts";
import { escaped } from "./escaped.ts";

export function sitemap(notes: readonly NoteMeta[], address: string): string {
  const newest = notes
    .map(({ updated }) => updated)
    .sort()
    .at(-1)!;
  const pages = [
    { path: "/", updated: newest },
    ...notes.map(({ slug, updated }) => ({ path: `/${slug}/`, updated })),
  ];
  const entries = pages.map(
    ({ path, updated }) =>
      `\n  <url><loc>${escaped(address + sitePath(path))}</loc><lastmod>${updated}</lastmod></url>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join("")}
</urlset>
`;
}

export const robots = (address: string): string =>
  `User-agent: *\nAllow: /\n\nSitemap: ${address}${sitePath("/sitemap.xml")}\n`;

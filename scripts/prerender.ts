/** After `vite build`: writes each page of the site as HTML that reads fully without scripts, and what belongs to pages. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { NoteMeta, Section } from "../src/notes/note.ts";
import { siteAddress } from "./site/address.ts";
import { feed, FEED } from "./site/feed.ts";
import { headOf, structuredData, type AboutPage } from "./site/head.ts";
import { linksOf } from "./site/links.ts";
import { buildServer } from "./site/server-build.ts";
import { withOneSheet } from "./site/one-sheet.ts";
import { writeServiceWorker } from "./site/write-service-worker.ts";
import { robots, sitemap } from "./site/sitemap.ts";
import { fillTemplate, textFirst, withoutScripts, type PageParts } from "./site/template.ts";

const DIST = resolve("dist");
const SITE = "Live Paper Notes";
const FEED_LINK = `<link rel="alternate" type="application/atom+xml" title="${SITE}: changes" href="${FEED}">`;
const NOT_LISTED = '<meta name="robots" content="noindex">';
/** Parts of pages that are fetched late, by what the HTML holds that needs them at once; a figure that is far off, only their styles. */
const LATE_PARTS = [
  ["data-demo=", "src/app/DemoMount.tsx", "styles"],
  // Charts would stand there without their sheet.
  ['class="lp-charts"', "src/figure/Charts.tsx", "styles"],
  ['class="code-page"', "src/app/pages/CodePage.tsx", "part"],
  ['class="home"', "src/app/pages/HomePage.tsx", "part"],
] as const;
/** A demo whose pictures the HTML holds, in a figure or in small. */
const DRAWN = /data-(?:demo|still)="([^"]+)"/g;

export async function main(): Promise<void> {
  const address = siteAddress();
  const server = await buildServer();
  const built = readFileSync(join(DIST, "index.html"), "utf8");
  const template = textFirst(built);
  const still = withoutScripts(built);
  const links = linksOf(DIST);
  const { metas } = server;

  const write = (file: string, text: string): void => {
    const target = join(DIST, file);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  };

  async function writePage(path: string, file: string): Promise<void> {
    const page = await server.renderPage(path);
    const note = metas.find(({ slug }) => path === `/${slug}/`);
    const about: AboutPage = {
      path,
      title: note?.title ?? SITE,
      description: page.description,
      card: note?.slug ?? "home",
      note,
    };
    const parts = LATE_PARTS.map(([sign, key, need]) =>
      page.html.includes(sign) ? links[need](key) : "",
    );
    const drawn = new Set([...page.html.matchAll(DRAWN)].map(([, id]) => id!));
    const pictures = [...drawn].map((id) => links.styles(`src/papers/${id}/views.tsx`));
    const own = page.found ? headOf(about, address) + structuredData(about, address) : NOT_LISTED;
    const formulas = note ? links.styles(`notes/${note.slug}.md`) : "";
    const head = formulas + links.scripts + [...parts, ...pictures].join("") + FEED_LINK + own;
    const html = fillTemplate(template, { ...page, first: links.fonts(page.html), head });
    write(file, withOneSheet(html, DIST));
    console.log(`${path} → dist/${file}`);
  }

  const writeStill = (file: string, parts: PageParts): void =>
    write(file, fillTemplate(still, { ...parts, head: NOT_LISTED + (parts.head ?? "") }));

  async function writeSection(meta: NoteMeta, section: Section): Promise<void> {
    const { slug, title } = meta;
    const about: AboutPage = {
      path: `/${slug}/`,
      title: `${section.text} · ${title}`,
      description: section.lead || meta.summary,
      card: `${slug}/${section.id}`,
    };
    const forward = `<meta http-equiv="refresh" content="0; url=/${slug}/#${section.id}">`;
    writeStill(`${slug}/s/${section.id}/index.html`, {
      title: `${about.title} · ${SITE}`,
      description: about.description,
      html: await server.renderSection(meta, section),
      head: forward + headOf(about, address),
    });
  }

  await writePage("/404/", "404.html");
  for (const path of server.paths) await writePage(path, `${path.slice(1)}index.html`);
  for (const meta of metas)
    for (const section of await server.sectionsOf(meta.slug)) await writeSection(meta, section);
  writeStill("offline.html", {
    title: `No network · ${SITE}`,
    description: "This page is not kept on this device.",
    html: await server.renderOffline(),
  });
  write(FEED, feed(metas, address));
  if (address) {
    write("sitemap.xml", sitemap(metas, address));
    write("robots.txt", robots(address));
  }
  await writeServiceWorker(DIST);
}

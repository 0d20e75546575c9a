/**
 * After `vite build`: writes each page of the site as HTML that reads fully without scripts, and what belongs to pages. The folder
 * of the build is `dist` or the argument.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { HOME, sitePath } from "../src/app/site-path.ts";
import type { NoteMeta, Section } from "../src/notes/note.ts";
import { loadDemos } from "./claims/demo-programs.ts";
import { namesOf, UsageError } from "./machine/usage.ts";
import { siteAddress } from "./site/address.ts";
import { dropUnasked } from "./site/drop-unasked.ts";
import { feed, FEED } from "./site/feed.ts";
import { fileAt } from "./site/file-at.ts";
import { headOf, structuredData, type AboutPage } from "./site/head.ts";
import { hostHeaders } from "./site/host-headers.ts";
import { inAscii } from "./site/in-ascii.ts";
import { linksOf } from "./site/links.ts";
import { buildServer } from "./site/server-build.ts";
import { withOneSheet } from "./site/one-sheet.ts";
import { writeServiceWorker } from "./site/write-service-worker.ts";
import { robots, sitemap } from "./site/sitemap.ts";
import { fillTemplate, textFirst, withoutScripts, type PageParts } from "./site/template.ts";

const SITE = "Live Paper Notes";
const FEED_LINK = `<link rel="alternate" type="application/atom+xml" title="${SITE}: changes" href="${sitePath(FEED)}">`;
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
/** The paper of a demo that comes alive. */
const LIVE = /data-demo="([^"/]+)\//g;

export const USAGE = `Usage: node scripts/run.mjs prerender [FOLDER]

  FOLDER   what Vite built (default: dist)`;

export async function main(args: readonly string[]): Promise<void> {
  const [folder = "dist", other] = namesOf(args);
  if (other !== undefined) throw new UsageError(`One folder, please: what is “${other}” for?`);
  const dist = resolve(folder);
  const address = siteAddress();
  const server = await buildServer();
  const built = readFileSync(join(dist, "index.html"), "utf8");
  const template = textFirst(built);
  const still = withoutScripts(built);
  const links = linksOf(dist);
  const { metas } = server;

  const write = (file: string, text: string): void => {
    const target = join(dist, file);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  };

  async function writePage(path: string, file: string): Promise<void> {
    const page = await server.renderPage(path);
    const note = metas.find(({ slug }) => path === sitePath(`/${slug}/`));
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
    // Beside the machinery of figures, not after it.
    const live = [...page.html.matchAll(LIVE)].map(([, paper]) => paper!);
    const tables = [...new Set(live)].map((paper) =>
      links.part(`src/papers/${paper}/paper.ts?demos`),
    );
    const pictures = [...drawn].map((id) => links.styles(`src/papers/${id}/views.tsx`));
    const own = page.found ? headOf(about, address) + structuredData(about, address) : NOT_LISTED;
    const formulas = note ? links.styles(`notes/${note.slug}.md`) : "";
    const head =
      formulas + links.scripts + [...parts, ...tables, ...pictures].join("") + FEED_LINK + own;
    const html = fillTemplate(template, { ...page, first: links.fonts(page.html), head });
    write(file, inAscii(withOneSheet(html, dist)));
    console.log(`${path} → ${folder}/${file}`);
  }

  const writeStill = (file: string, parts: PageParts): void =>
    write(file, fillTemplate(still, { ...parts, head: NOT_LISTED + (parts.head ?? "") }));

  async function writeSection(meta: NoteMeta, section: Section): Promise<void> {
    const { slug, title } = meta;
    const about: AboutPage = {
      path: sitePath(`/${slug}/`),
      title: `${section.text} · ${title}`,
      description: section.lead || meta.summary,
      card: `${slug}/${section.id}`,
    };
    const forward = `<meta http-equiv="refresh" content="0; url=${about.path}#${section.id}">`;
    writeStill(`${slug}/s/${section.id}/index.html`, {
      title: `${about.title} · ${SITE}`,
      description: about.description,
      html: await server.renderSection(meta, section),
      head: forward + headOf(about, address),
    });
  }

  await writePage(sitePath("/404/"), "404.html");
  for (const path of server.paths) await writePage(path, relative(dist, fileAt(dist, path)));
  for (const meta of metas)
    for (const section of await server.sectionsOf(meta.slug)) await writeSection(meta, section);
  writeStill("offline.html", {
    title: `No network · ${SITE}`,
    description: "This page is not kept on this device.",
    html: await server.renderOffline(),
  });
  write(FEED.slice(1), feed(metas, address));
  if (address) {
    write("sitemap.xml", sitemap(metas, address));
    // Asked for at the root of a host alone.
    if (HOME === "/") write("robots.txt", robots(address));
  }
  write("_headers", hostHeaders());
  const dropped = dropUnasked(dist, Object.values(await loadDemos()), { cards: address !== null });
  console.log(`no page asks for: ${dropped.join(", ") || "nothing"}`);
  await writeServiceWorker(dist);
}

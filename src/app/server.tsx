/** Entry of the prerender: pages as HTML. */
import type { ReactNode } from "react";
import { prerender } from "react-dom/static.edge";
import { codePath, shownDemos } from "./code/code-path.ts";
import type { FigurePlace } from "../contract/figure-place.ts";
import type { NoteMeta, Section } from "../notes/note.ts";
import { DemoMount } from "./DemoMount.tsx";
import { adopt } from "./note-texts.ts";
import { metas } from "./all-about.ts";
import { fetchText, noteAt, notes, pathOf } from "./notes.ts";
import { pageInfo, type PageInfo } from "./pages/page-info.ts";
import { OfflinePage } from "./pages/OfflinePage.tsx";
import { SectionPage } from "./pages/SectionPage.tsx";
import { HOME } from "./site-path.ts";
import { Site, StaticSite } from "./routes.tsx";

export { metas };

const sections = import.meta.glob<readonly Section[]>("../../notes/*.md", {
  query: "?sections",
  import: "sections",
});

export interface RenderedPage extends PageInfo {
  readonly html: string;
}

/** Paths of all pages. */
export const paths: readonly string[] = [
  HOME,
  ...notes.map(({ meta }) => pathOf(meta.slug)),
  ...shownDemos.map(codePath),
];

/** Renders a page; a path that does not exist gives the page that says so. */
export async function renderPage(path: string): Promise<RenderedPage> {
  const note = noteAt(path);
  if (note) {
    const text = await fetchText(note.meta.slug);
    let { html } = text;
    for (const figure of text.meta.figures) html = await withStill(html, figure);
    adopt({ ...text, html });
  }
  const html = await toHtml(<Site path={path} />);
  const summary = metas.find(({ slug }) => slug === note?.meta.slug)?.summary;
  const info = pageInfo(path);
  const description = summary ?? info.description;
  return { ...info, description, html };
}

/** The page for addresses that cannot be had without a network; it needs no script of ours. */
export const renderOffline = (): Promise<string> =>
  toHtml(
    <StaticSite>
      <OfflinePage />
    </StaticSite>,
  );

/** Sections of a note that have a page of their own for previews. */
export const sectionsOf = (slug: string): Promise<readonly Section[]> =>
  sections[`../../notes/${slug}.md`]!();

/** A section's page; it needs no script of ours. */
export const renderSection = (meta: NoteMeta, section: Section): Promise<string> =>
  toHtml(
    <StaticSite>
      <SectionPage meta={meta} section={section} />
    </StaticSite>,
  );

/** Fills a figure's place with what can be shown before any script has run. */
async function withStill(html: string, inNote: FigurePlace): Promise<string> {
  const still = await toHtml(<DemoMount inNote={inNote} />, `${inNote.id}-`);
  return html.replace(
    new RegExp(`(<figure[^>]* id="${inNote.id}"[^>]*>)(</figure>)`),
    (_, open: string, close: string) => open + still + close,
  );
}

async function toHtml(node: ReactNode, identifierPrefix = ""): Promise<string> {
  const { prelude } = await prerender(node, {
    identifierPrefix,
    // Large parts would otherwise be moved into place by inline scripts, which the page's policy forbids.
    progressiveChunkSize: Number.POSITIVE_INFINITY,
    onError: (error) => {
      throw error;
    },
  });
  return new Response(prelude).text();
}

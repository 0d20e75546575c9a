import { lazy, Suspense } from "react";
import type { FigurePlace } from "../../contract/figure-place.ts";
import type { NoteMeta } from "../../notes/note.ts";
import { trustedHtml } from "../trusted.ts";

// Fetched with all that draws the pictures only where the page was served without them.
const DrawnThumb = lazy(async () => ({
  default: (await import("./DrawnThumb.tsx")).DrawnThumb,
}));

/** The thumbnails that stand in the page as it was served, by note. */
const served = new Map(
  import.meta.env.SSR
    ? []
    : [...document.querySelectorAll<HTMLElement>("[data-thumb]")].map(
        ({ dataset, innerHTML }) => [dataset.thumb!, { __html: trustedHtml(innerHTML) }] as const,
      ),
);

/** The figure that stands for a note: its hero, or else its first. */
const figureOf = ({ figures }: NoteMeta): FigurePlace | undefined =>
  figures.find(({ form }) => form === "hero") ?? figures[0];

/** A note's figure in small, without its words: what the note looks like. Says nothing, since the title beside it does. */
export function NoteThumb({ meta }: { readonly meta: NoteMeta }) {
  const { slug } = meta;
  const figure = figureOf(meta);
  const here = served.get(slug);
  const same = { className: "note-thumb", "data-thumb": slug, inert: true, "aria-hidden": true };
  if (here) return <div {...same} dangerouslySetInnerHTML={here} suppressHydrationWarning />;
  return (
    <div {...same}>
      <div className="note-thumb-picture">
        {figure && (
          <Suspense>
            <DrawnThumb demo={figure.demo} />
          </Suspense>
        )}
      </div>
    </div>
  );
}

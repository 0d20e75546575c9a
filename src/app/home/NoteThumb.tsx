import { Suspense } from "react";
import type { FigurePlace } from "../../contract/figure-place.ts";
import type { NoteMeta } from "../../notes/note.ts";
import { DrawnThumb } from "./DrawnThumb.tsx";

/** The figure that stands for a note: its hero, or else its first. */
const figureOf = ({ figures }: NoteMeta): FigurePlace | undefined =>
  figures.find(({ form }) => form === "hero") ?? figures[0];

/** A note's figure in small, without its words. Says nothing, since the title beside it does. */
export function NoteThumb({ meta }: { readonly meta: NoteMeta }) {
  const figure = figureOf(meta);
  return (
    <div className="note-thumb" inert aria-hidden="true">
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

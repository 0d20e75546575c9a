import { Suspense } from "react";
import type { FigurePlace } from "../../contract/figure-place.ts";
import type { NoteMeta } from "../../notes/note.ts";
import { latePart } from "../../ui/late-part.tsx";
import { SiteMark } from "../shell/SiteMark.tsx";

const DrawnThumb = latePart(
  "The picture",
  () => import("./DrawnThumb.tsx").then((part) => part.DrawnThumb),
  // The title beside it says what there is to say.
  () => <SiteMark />,
);

/** The figure that stands for a note: its hero, or else its first. */
const figureOf = ({ figures }: NoteMeta): FigurePlace | undefined =>
  figures.find(({ form }) => form === "hero") ?? figures[0];

/** A note's figure in small, without its words; the site's mark for a note without figures. Says nothing, since the title beside it does. */
export function NoteThumb({ meta }: { readonly meta: NoteMeta }) {
  const figure = figureOf(meta);
  return (
    <div className="note-thumb" data-still={figure?.demo} inert aria-hidden="true">
      <div className="note-thumb-picture">
        {figure ? (
          <Suspense>
            <DrawnThumb demo={figure.demo} />
          </Suspense>
        ) : (
          <SiteMark />
        )}
      </div>
    </div>
  );
}

import { Fence } from "../../ui/Fence.tsx";
import { latePart } from "../../ui/late-part.tsx";
import { forgetNote, useNoteText } from "../note-texts.ts";
import { NoteBody } from "../reading/NoteBody.tsx";
import { follow } from "../reading/follow.ts";
import { Outline } from "../reading/Outline.tsx";
import { ServedPart } from "./ServedPart.tsx";

const NoteHead = latePart("The head of this note", () =>
  import("./NoteHead.tsx").then((part) => part.NoteHead),
);
const Neighbours = latePart("The way to other notes", () =>
  import("./Neighbours.tsx").then((part) => part.Neighbours),
);

/** Suspends until the note has come. */
export function NotePage({ slug }: { readonly slug: string }) {
  return (
    <Fence what="This note" forget={() => forgetNote(slug)}>
      <Note slug={slug} />
    </Fence>
  );
}

function Note({ slug }: { readonly slug: string }) {
  const { meta, outline } = useNoteText(slug);
  const about = JSON.stringify({ meta, outline });
  return (
    <div className="reading">
      <Outline slug={slug} />
      {/* The links inside are links: this only keeps those to other notes from loading a new page, and all from ending a run. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions */}
      <article className="note" data-about={about} onClick={follow}>
        <ServedPart name={`head of ${slug}`}>
          <NoteHead meta={meta} />
        </ServedPart>
        <NoteBody slug={slug} />
        <ServedPart name={`beside ${slug}`}>
          <Neighbours slug={slug} />
        </ServedPart>
      </article>
    </div>
  );
}

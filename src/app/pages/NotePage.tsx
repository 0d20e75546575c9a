import type { NoteMeta } from "../../notes/note.ts";
import { Fence } from "../../ui/Fence.tsx";
import { forgetNote, useNoteText } from "../wrapped-note.ts";
import { NoteBody } from "../reading/NoteBody.tsx";
import { follow } from "../reading/follow.ts";
import { Outline } from "../reading/Outline.tsx";
import { ChangeList } from "./ChangeList.tsx";
import { minutes } from "./minutes.ts";
import { Neighbours } from "./Neighbours.tsx";

/** Suspends until the note has come. */
export function NotePage({ slug }: { readonly slug: string }) {
  return (
    <Fence what="This note" forget={() => forgetNote(slug)}>
      <Note slug={slug} />
    </Fence>
  );
}

function Note({ slug }: { readonly slug: string }) {
  const { meta } = useNoteText(slug);
  return (
    <div className="reading">
      <Outline slug={slug} />
      {/* The links inside are links: this only keeps those to other notes from loading a new page, and all from ending a run. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions */}
      <article className="note" data-about={JSON.stringify(meta)} onClick={follow}>
        <header className="note-head">
          <h1>{meta.title}</h1>
          <p className="note-summary">{meta.summary}</p>
          <NoteFacts meta={meta} />
          <ChangeList changes={meta.changes} />
        </header>
        <NoteBody slug={slug} />
        <Neighbours slug={slug} />
      </article>
    </div>
  );
}

function NoteFacts({ meta }: { readonly meta: NoteMeta }) {
  const { paper } = meta;
  return (
    <p className="note-facts">
      {paper && (
        <span>
          On{" "}
          <a href={`https://arxiv.org/abs/${paper.arxiv}${paper.version}`}>
            <cite>{paper.title}</cite>, arXiv:{paper.arxiv} {paper.version}
          </a>{" "}
          by {paper.authors.join(", ")}, {paper.venue}.{" "}
        </span>
      )}
      {minutes(meta.words)}&nbsp;read.
    </p>
  );
}

import { Suspense } from "react";
import { NoteBody } from "../reading/NoteBody.tsx";
import { Outline } from "../reading/Outline.tsx";
import type { NoteEntry } from "../notes.ts";
import { Changes } from "./Changes.tsx";
import { minutes } from "./minutes.ts";
import { Neighbours } from "./Neighbours.tsx";

export function NotePage({ note }: { readonly note: NoteEntry }) {
  const { meta } = note;
  return (
    <div className="reading">
      <Suspense>
        <Outline slug={meta.slug} />
      </Suspense>
      <article className="note">
        <header className="note-head">
          <h1>{meta.title}</h1>
          <p className="note-summary">{meta.summary}</p>
          <NoteFacts note={note} />
          <Changes changes={meta.changes} />
        </header>
        <Suspense fallback={<p className="note-coming">The note is being fetched …</p>}>
          <NoteBody slug={meta.slug} />
        </Suspense>
        <Neighbours slug={meta.slug} />
      </article>
    </div>
  );
}

function NoteFacts({ note: { meta } }: { readonly note: NoteEntry }) {
  const { paper } = meta;
  return (
    <p className="note-facts">
      {paper && (
        <>
          On{" "}
          <a href={`https://arxiv.org/abs/${paper.arxiv}${paper.version}`}>
            <cite>{paper.title}</cite>, arXiv:{paper.arxiv} {paper.version}
          </a>{" "}
          by {paper.authors.join(", ")}, {paper.venue}.{" "}
        </>
      )}
      {minutes(meta.words)}.
    </p>
  );
}

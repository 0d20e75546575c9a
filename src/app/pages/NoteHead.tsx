import type { NoteMeta } from "../../notes/note.ts";
import { ChangeList } from "./ChangeList.tsx";
import { minutes } from "./minutes.ts";

/** What a note is about, when it was written, and how long it takes to read. */
export function NoteHead({ meta }: { readonly meta: NoteMeta }) {
  return (
    <header className="note-head">
      <h1>{meta.title}</h1>
      <p className="note-summary">{meta.summary}</p>
      <NoteFacts meta={meta} />
      <ChangeList changes={meta.changes} />
    </header>
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

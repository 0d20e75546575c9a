import type { NoteMeta } from "../../notes/note.ts";
import { pathOf } from "../notes.ts";
import { Link } from "../router.tsx";
import { factsOf } from "./facts-of.ts";
import { NoteThumb } from "./NoteThumb.tsx";

/** A note in the list: what it looks like, what it is about, and how much of it there is. */
export function NoteItem({ meta }: { readonly meta: NoteMeta }) {
  return (
    <li>
      <NoteThumb meta={meta} />
      <div>
        <h3>
          <Link href={pathOf(meta.slug)}>{meta.title}</Link>
        </h3>
        <p>{meta.summary}</p>
        <p className="note-facts">{factsOf(meta)}</p>
      </div>
    </li>
  );
}

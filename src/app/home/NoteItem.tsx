import type { NoteMeta } from "../../notes/note.ts";
import { pathOf } from "../notes.ts";
import { minutes } from "../pages/minutes.ts";
import { Link } from "../router.tsx";
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

/** "7 figures, 25 min · Arjovsky et al., ICML 2017". */
export function factsOf({ demos, words, paper }: NoteMeta): string {
  const figures =
    demos.length === 0
      ? "text only"
      : `${demos.length}\u00a0${demos.length === 1 ? "figure" : "figures"}`;
  const long = `${figures}, ${minutes(words)}`;
  if (!paper) return long;
  const [first = "", ...others] = paper.authors;
  return `${long} · ${first}${others.length > 0 ? " et\u00a0al." : ""}, ${paper.venue}`;
}

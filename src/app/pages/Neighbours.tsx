import { notes, pathOf, type NoteEntry } from "../notes.ts";

/** The notes before and after this one; pages about the site have none. */
export function Neighbours({ slug }: { readonly slug: string }) {
  const papers = notes.filter(({ meta }) => meta.paper);
  const at = papers.findIndex(({ meta }) => meta.slug === slug);
  if (at < 0) return null;
  return (
    <nav className="neighbours" aria-label="Other notes">
      <Neighbour note={papers[at - 1]} rel="prev" label="Previous note" />
      <Neighbour note={papers[at + 1]} rel="next" label="Next note" />
    </nav>
  );
}

interface NeighbourProps {
  readonly note: NoteEntry | undefined;
  readonly rel: "prev" | "next";
  readonly label: string;
}

function Neighbour({ note, rel, label }: NeighbourProps) {
  if (!note) return null;
  return (
    <a href={pathOf(note.meta.slug)} rel={rel} className={`neighbour-${rel}`}>
      <span>{label}</span>
      <strong>{note.meta.title}</strong>
    </a>
  );
}

import type { NoteMeta, Section } from "../../notes/note.ts";
import { pathOf } from "../notes.ts";

interface Props {
  readonly meta: NoteMeta;
  readonly section: Section;
}

/** Stands for a section where links are previewed; a reader is led on to the note at once. */
export function SectionPage({ meta, section }: Props) {
  return (
    <div className="home">
      <h1>{section.text}</h1>
      {section.lead && <p>{section.lead}</p>}
      <p>
        <a href={`${pathOf(meta.slug)}#${section.id}`}>Read on in the note “{meta.title}”</a>
      </p>
    </div>
  );
}

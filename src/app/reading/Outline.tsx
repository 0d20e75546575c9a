import { useNoteText } from "../wrapped-note.ts";
import { useScrollSpy } from "./use-scroll-spy.ts";

/** The sections of a note: beside the text where there is room, else folded above it. */
export function Outline({ slug }: { readonly slug: string }) {
  const { outline } = useNoteText(slug);
  const active = useScrollSpy(outline);
  const list = (
    <ol>
      {outline.map(({ id, text, depth }) => (
        <li key={id}>
          <a
            href={`#${id}`}
            data-depth={depth}
            aria-current={id === active ? "location" : undefined}
          >
            {text}
          </a>
        </li>
      ))}
    </ol>
  );
  return (
    <>
      <nav className="outline outline-beside" aria-label="Contents">
        {list}
      </nav>
      <details className="outline outline-folded">
        <summary>Contents</summary>
        <nav aria-label="Contents">{list}</nav>
      </details>
    </>
  );
}

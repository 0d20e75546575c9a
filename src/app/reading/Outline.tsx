import { useNoteText } from "../note-texts.ts";
import { useScrollSpy } from "./use-scroll-spy.ts";

/** A frame with a curve in it: something to try stands below this heading. */
function FigureMark({ count }: { readonly count: number }) {
  return (
    <span className="outline-mark">
      <svg viewBox="0 0 14 12" aria-hidden="true">
        <path d="M1 1h12v10H1zM3.5 8C5.5 8 5.7 4 7.2 4s1.4 2.4 3.3 2.4" />
      </svg>
      <span className="sr-only">{` (with ${count === 1 ? "a figure" : `${count} figures`})`}</span>
    </span>
  );
}

/** The sections of a note: beside the text where there is room, else folded above it. */
export function Outline({ slug }: { readonly slug: string }) {
  const { outline } = useNoteText(slug);
  const active = useScrollSpy(outline);
  const list = (
    <ol>
      {outline.map(({ id, text, depth, figures }) => (
        <li key={id}>
          <a
            href={`#${id}`}
            data-depth={depth}
            aria-current={id === active ? "location" : undefined}
          >
            {text}
            {figures > 0 && <FigureMark count={figures} />}
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

import type { OutlineEntry } from "../../notes/note.ts";
import { useScrollSpy } from "./use-scroll-spy.ts";

/** The sections of a note: beside the text where there is room, else folded above it. */
export function Outline({ entries }: { readonly entries: readonly OutlineEntry[] }) {
  const active = useScrollSpy(entries);
  const list = (
    <ol>
      {entries.map(({ id, text, depth }) => (
        <li key={id} data-depth={depth}>
          <a href={`#${id}`} aria-current={id === active ? "location" : undefined}>
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

import { metas } from "../all-about.ts";
import { NoteItem } from "./NoteItem.tsx";

/** The notes on papers. */
export function NoteList() {
  return (
    <ol className="note-list">
      {metas
        .filter(({ paper }) => paper)
        .map((meta) => (
          <NoteItem key={meta.slug} meta={meta} />
        ))}
    </ol>
  );
}

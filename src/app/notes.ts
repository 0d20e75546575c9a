/** The notes of the site. What they are about is known at once; their text is fetched when another note is opened. */
import type { NoteMeta, OutlineEntry } from "../notes/note.ts";

export interface NoteEntry {
  readonly meta: NoteMeta;
}

interface TextModule {
  readonly html: string;
  readonly outline: readonly OutlineEntry[];
}

const about = import.meta.glob<NoteEntry>("../../notes/*.md", { query: "?about", eager: true });
const bodies = import.meta.glob<TextModule>("../../notes/*.md");

/** In the order that their front matter asks for. */
export const notes: readonly NoteEntry[] = Object.values(about).sort(
  (a, b) => a.meta.order - b.meta.order,
);

export const pathOf = (slug: string): string => `/${slug}/`;

/** The note at a path of the site, with or without its closing slash. */
export const noteAt = (path: string): NoteEntry | undefined =>
  notes.find(({ meta }) => meta.slug === path.replace(/^\/|\/$/g, ""));

export const fetchText = (slug: string): Promise<TextModule> => bodies[`../../notes/${slug}.md`]!();

/** The notes of the site. Their names are known at once; the rest is fetched when another note is opened. */
import { pagePath } from "../contract/page-path.ts";
import type { NoteBrief, NoteMeta, OutlineEntry } from "../notes/note.ts";
import { sitePath } from "./site-path.ts";

export interface NoteEntry {
  readonly meta: NoteBrief;
}

export interface NoteText {
  readonly meta: NoteMeta;
  readonly html: string;
  readonly outline: readonly OutlineEntry[];
}

const briefs = import.meta.glob<NoteEntry>("../../notes/*.md", { query: "?brief", eager: true });
const bodies = import.meta.glob<NoteText>("../../notes/*.md");

/** In the order that their front matter asks for. */
export const notes: readonly NoteEntry[] = Object.values(briefs).sort(
  (a, b) => a.meta.order - b.meta.order,
);

export const pathOf = (slug: string): string => sitePath(`/${slug}/`);

/** The note at a path of the site. */
export const noteAt = (path: string): NoteEntry | undefined =>
  notes.find(({ meta }) => pathOf(meta.slug) === pagePath(path));

export const fetchText = (slug: string): Promise<NoteText> => bodies[`../../notes/${slug}.md`]!();

/** What every note is about, for pages that say so of all of them. */
import type { NoteMeta } from "../notes/note.ts";

const about = import.meta.glob<NoteMeta>("../../notes/*.md", {
  query: "?about",
  import: "meta",
  eager: true,
});

/** In the order that their front matter asks for. */
export const metas: readonly NoteMeta[] = Object.values(about).sort((a, b) => a.order - b.order);

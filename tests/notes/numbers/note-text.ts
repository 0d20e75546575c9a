import { readFileSync } from "node:fs";

/** A note's Markdown; spaces that may not break are spaces. */
export const noteText = (slug: string): string =>
  readFileSync(`notes/${slug}.md`, "utf8").replaceAll("\u00A0", " ");

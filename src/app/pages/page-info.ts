/** Titles and descriptions, for the document's head. */
import { codeAt } from "../code/code-path.ts";
import { noteAt } from "../notes.ts";
import { HOME } from "../site-path.ts";
import { SENTENCE } from "./sentence.ts";

const SITE = "Live Paper Notes";
export interface PageInfo {
  readonly title: string;
  /** Of a note its summary, which only the build knows beforehand. */
  readonly description: string;
  readonly found: boolean;
}

export function pageInfo(path: string): PageInfo {
  if (path === HOME) return { title: SITE, description: SENTENCE, found: true };
  const note = noteAt(path);
  if (note) return { title: `${note.meta.title} · ${SITE}`, description: SENTENCE, found: true };
  const code = codeAt(path);
  if (code) {
    const description = `The code that the demo ${code} runs.`;
    return { title: `Code of ${code} · ${SITE}`, description, found: true };
  }
  return { title: `Not found · ${SITE}`, description: SENTENCE, found: false };
}

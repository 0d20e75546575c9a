/** Where the comments of code name places of its paper. */
import type { CodeMention } from "../notes/note.ts";
import { placesIn } from "../notes/paper-places.ts";
import type { SourceFile } from "./source-files.ts";

/** A comment's line breaks, with the star that begins its next line. */
const BREAK = /\s*\n\s*\*?\s*/g;
const OF = /^,? (?:of|in) (?:arXiv:(?<arxiv>\d+\.\d+)(?<version>v\d+)?|(?<other>(?!the paper)\S+))/;

/** @param paper what the comments speak of when they name no other work */
export function mentionsIn(
  { name, text, comments }: SourceFile,
  paper: { readonly arxiv: string; readonly version: string },
): CodeMention[] {
  return comments.flatMap((comment) => {
    const words = text.slice(comment.start, comment.end);
    return placesIn(words, paper.version).flatMap(({ start, end, places }): CodeMention[] => {
      const of = OF.exec(words.slice(end).replace(BREAK, " "))?.groups;
      // An equation of another work, or of another version of this one.
      if (of && of.arxiv !== paper.arxiv) return [];
      if (of?.version && of.version !== paper.version) return [];
      const at = comment.start + start;
      const line = text.slice(0, at).split("\n").length;
      return [{ file: name, line, start: at, end: comment.start + end, places }];
    });
  });
}

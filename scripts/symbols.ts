/** For authors: which letters in a note's formulas `paper.ts` explains, and which it does not. `node scripts/run.mjs symbols wgan` */
import { symbolMatcher, type Matches } from "../src/notes/symbol-matcher.ts";
import { noteFiles } from "./checkout/note-files.ts";
import { noteSources } from "./checkout/note-sources.ts";
import { mustBeKnown, namesOf } from "./machine/usage.ts";

/** The formulas of a note's Markdown. */
const FORMULA = /\$\$([\s\S]+?)\$\$|\$([^$\n]+)\$/g;

export const USAGE = `Usage: node scripts/run.mjs symbols [note …]

  note   such as wgan (default: all)`;

export async function main(args: readonly string[]): Promise<void> {
  const wanted = namesOf(args);
  const { papers } = await noteSources(process.cwd());
  const notes = noteFiles();
  mustBeKnown("note", wanted, Object.keys(notes));
  for (const [slug, markdown] of Object.entries(notes)) {
    const paper = papers[/^paper: *(\S+)/m.exec(markdown)?.[1] ?? ""];
    if (!paper || (wanted.length > 0 && !wanted.includes(slug))) continue;
    const find = symbolMatcher(paper.symbols);
    report(
      `${slug}.md`,
      [...markdown.matchAll(FORMULA)].map(([, display, inline]) => find((display ?? inline)!)),
    );
  }
}

function report(file: string, matches: readonly Matches[]): void {
  const found = matches.reduce((sum, match) => sum + match.found.length, 0);
  const missed = new Map<string, number>();
  for (const letter of matches.flatMap((match) => match.missed))
    missed.set(letter, (missed.get(letter) ?? 0) + 1);
  const all = found + matches.reduce((sum, match) => sum + match.missed.length, 0);
  const list = [...missed]
    .sort(([, a], [, b]) => b - a)
    .map(([letter, count]) => `${letter}${count > 1 ? ` ×${count}` : ""}`);
  console.log(
    `${file}: ${matches.length} formulas, ${found} of ${all} letters explained (${Math.round((100 * found) / Math.max(1, all))} %). Without an entry: ${list.join(", ") || "none"}`,
  );
}

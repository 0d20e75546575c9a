/** Gathers the code of a demo: its files, highlighted, linked with the equations of its note. */
import { lineId, type DemoCode } from "../notes/code-links.ts";
import type { Note, PaperFacts } from "../notes/note.ts";
import { highlight, type CodeLink } from "./highlight.ts";
import { mentionsIn } from "./mentions.ts";
import { sourceFiles, type SourceFile } from "./source-files.ts";

/**
 * @param papers absolute path of the folder of papers
 * @param notes all notes; equations are looked up in the first that shows the demo
 */
export async function demoCode(
  papers: string,
  demo: string,
  notes: readonly Note[],
  paper: PaperFacts,
): Promise<DemoCode & { readonly paths: readonly string[] }> {
  const sources = sourceFiles(papers, demo);
  const note = notes.find(({ meta }) => meta.demos.includes(demo));
  if (!note) throw new Error(`no note shows the demo “${demo}”`);
  const files = sources.map(async (file) => ({
    name: file.name,
    html: await highlight(
      file.text,
      (line) => lineId(demo, file.name, line),
      linksIn(file, note, paper),
    ),
  }));
  return {
    note: { slug: note.meta.slug, title: note.meta.title },
    files: await Promise.all(files),
    paths: sources.map(({ path }) => path),
  };
}

/** Links from what a comment names to the equation of the note that has it as its source. */
function linksIn(file: SourceFile, { meta, equations }: Note, paper: PaperFacts): CodeLink[] {
  return mentionsIn(file, paper).flatMap(({ start, end, places }): CodeLink[] => {
    const equation = equations.find((each) => each.places.some((place) => places.includes(place)));
    if (!equation) return [];
    const href = `/${meta.slug}/#${equation.id}`;
    return [{ start, end, href, label: `Equation ${equation.number} of the note` }];
  });
}

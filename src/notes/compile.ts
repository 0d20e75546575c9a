/** Markdown text to a note. Pure: the same text and sources give the same note. */
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import Markdown, { type Options } from "react-markdown";
import rehypeKatex from "rehype-katex";
import rehypeSlug from "rehype-slug";
import remarkDirective from "remark-directive";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import { bibtexOf, bibtexOfPaper } from "./bibtex.ts";
import type { Context } from "./context.ts";
import { figurePlaces } from "./figure-places.ts";
import type { Note, NoteMeta, Sources } from "./note.ts";
import { boundNumbers } from "./plugins/bound-numbers.ts";
import { citations } from "./plugins/citations.ts";
import { claimMarks } from "./plugins/claim-marks.ts";
import { claims } from "./plugins/read-claims.ts";
import { demos } from "./plugins/demo-places.ts";
import { equations } from "./plugins/equations.ts";
import { figureReferences } from "./plugins/figure-references.ts";
import { finalChecks } from "./plugins/final-checks.ts";
import { frontMatter } from "./plugins/front-matter.ts";
import { gluePunctuation } from "./plugins/glue-punctuation.ts";
import { headings } from "./plugins/headings.ts";
import { hoistStyles } from "./plugins/hoist-styles.ts";
import { leads } from "./plugins/leads.ts";
import { marginNotes } from "./plugins/margin-notes.ts";
import { marginPlaces } from "./plugins/margin-places.ts";
import { finishFormulas, KATEX, markSymbols } from "./plugins/mark-symbols.ts";
import { otherDirectives } from "./plugins/other-directives.ts";
import { passages } from "./plugins/passages.ts";
import { paperTables } from "./plugins/paper-tables.ts";
import { scrollBoxes } from "./plugins/scroll-boxes.ts";
import { symbolWords } from "./plugins/symbol-words.ts";
import { typography } from "./plugins/typography.ts";

/** What is wrong with a note, and where. */
export class NoteError extends Error {
  override readonly name = "NoteError";
  readonly line: number;
  constructor(path: string, line: number, reason: string, cause?: unknown) {
    super(`${path}:${line}: ${reason}`, { cause });
    this.line = line;
  }
}

const slugOf = (path: string): string => path.replace(/^.*\//, "").replace(/\.md$/, "");

/**
 * Compiles a note.
 * @param path for error messages and, its last part, for the slug: `notes/wgan.md`
 * @throws NoteError naming file and line
 */
export function compileNote(path: string, markdown: string, sources: Sources): Note {
  const context: Context = {
    sources,
    frontMatter: { title: "", summary: "", changes: [], order: 0 },
    demos: [],
    figures: [],
    cited: [],
    claims: [],
    outline: [],
    leads: new Map(),
    styles: new Map(),
    notation: false,
    passages: [],
    equations: [],
    words: 0,
  };
  const formulas: string[] = [];
  const plugins = {
    remarkPlugins: [
      remarkFrontmatter,
      remarkGfm,
      remarkMath,
      remarkDirective,
      ...[
        frontMatter,
        demos,
        claims,
        marginNotes,
        paperTables,
        symbolWords,
        citations,
        equations,
        figureReferences,
        boundNumbers,
      ].map((plugin) => [plugin, context]),
      otherDirectives,
    ],
    rehypePlugins: [
      rehypeSlug,
      typography,
      [headings, context],
      marginPlaces,
      [claimMarks, context],
      [markSymbols, context, formulas],
      [rehypeKatex, { ...KATEX, output: "htmlAndMathml" }],
      [passages, context],
      [finishFormulas, formulas],
      scrollBoxes,
      gluePunctuation,
      [leads, context],
      [hoistStyles, context],
      [finalChecks, context],
    ],
  } as Pick<Options, "remarkPlugins" | "rehypePlugins">;
  try {
    const options: Options = {
      children: markdown,
      ...plugins,
      remarkRehypeOptions: { clobberPrefix: "" },
      // Comments in the Markdown are for its authors; other raw HTML has no place in a note.
      skipHtml: true,
    };
    const html = renderToStaticMarkup(createElement(Markdown, options));
    const { outline, styles, frontMatter: front, claims: found } = context;
    return {
      html,
      meta: metaOf(path, context),
      outline,
      sections: outline.map(({ id, text }) => ({
        id,
        text,
        lead: context.leads.get(id) ?? "",
        equation: displayedIn(sectionOf(html, id)),
      })),
      cardEquation: front.card === undefined ? null : equationIn(html, front.card),
      bibtex: bibliography(context),
      claims: found,
      styles,
      passages: context.passages,
      equations: context.equations,
    };
  } catch (error) {
    const { reason, line, message } = error as { reason?: string; line?: number; message: string };
    throw new NoteError(path, line ?? 1, reason ?? message, error);
  }
}

/** The paper comes first, cited or not. */
function bibliography({ sources, frontMatter: front, cited }: Context): Map<string, string> {
  const { references, papers } = sources;
  const paper = papers[front.paper ?? ""];
  const own =
    paper && Object.keys(references).find((key) => references[key]!.arxiv === paper.arxiv);
  const entries = [...new Set([...(own ? [own] : []), ...cited])].map((key): [string, string] => [
    key,
    bibtexOf(key, references[key]!),
  ]);
  if (paper && !own) entries.unshift([front.paper!, bibtexOfPaper(front.paper!, paper)]);
  return new Map(entries);
}

/** TeX of a numbered equation; there is one, or the note would not have compiled. */
function equationIn(html: string, id: string): string {
  const [, after = ""] = html.split(` id="${id}"`);
  return displayedIn(after) ?? "";
}

/** From a heading to the next. */
function sectionOf(html: string, id: string): string {
  const [, after = ""] = html.split(` id="${id}"`);
  return after.split(/<h[2-6]\b/, 1)[0]!;
}

/** TeX of the first formula on a line of its own. */
function displayedIn(html: string): string | null {
  const [, display] = html.split('class="katex-display"', 2);
  if (display === undefined) return null;
  const tex = /<annotation encoding="application\/x-tex">([^<]*)/.exec(display)?.[1] ?? "";
  return tex.replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => SIGNS[name]!);
}

const SIGNS: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#x27": "'",
};

function metaOf(path: string, context: Context): NoteMeta {
  const { frontMatter: front, sources, demos: shown, words } = context;
  const { title, summary, changes, order } = front;
  const updated = changes[0]!.date;
  const slug = slugOf(path);
  const figures = figurePlaces(context);
  const meta = { slug, title, summary, changes, updated, order, demos: shown, figures, words };
  if (front.paper === undefined) return meta;
  const { title: name, authors, year, venue, arxiv, version } = sources.papers[front.paper]!;
  return { ...meta, paper: { id: front.paper, title: name, authors, year, venue, arxiv, version } };
}

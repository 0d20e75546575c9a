/**
 * Makes modules of notes, at build time and in the development server:
 * `notes/wgan.md` exports `html` and `outline`, `notes/wgan.md?about` exports `meta`, `notes/wgan.md?sections` exports
 * `sections`, and `virtual:formula-styles/wgan.css` holds the rules that replace the note's inline styles. A note's text
 * brings its style sheets along: pages without formulas do without.
 */
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Plugin, ViteDevServer } from "vite";
import { compileNote, NoteError } from "./compile.ts";
import type { Note, Sources } from "./note.ts";

const STYLES = "virtual:formula-styles/";
const RESOLVED_STYLES = `\0${STYLES}`;

export interface NotesOptions {
  /** Absolute path of the folder of notes. */
  readonly folder: string;
  /** Read anew after each change in the development server. */
  readonly sources: () => Promise<Sources>;
  /** Files whose change makes every note stale, as a test of the absolute path. */
  readonly isSource: (path: string) => boolean;
}

const styleSheet = ({ styles }: Note): string =>
  [...styles].map(([name, style]) => `.${name}{${style}}`).join("\n");

const textModule = (slug: string, { html, outline, styles }: Note): string =>
  [
    ...(html.includes('class="katex') ? ['import "katex/dist/katex.min.css";'] : []),
    ...(styles.size > 0 ? [`import ${JSON.stringify(`${STYLES}${slug}.css`)};`] : []),
    `export const html = ${JSON.stringify(html)};`,
    `export const outline = ${JSON.stringify(outline)};`,
  ].join("\n");

export function notesPlugin({ folder, sources, isSource }: NotesOptions): Plugin {
  const compiled = new Map<string, { markdown: string; note: Note }>();
  let known: Promise<Sources> | undefined;

  const note = async (path: string): Promise<Note> => {
    const markdown = readFileSync(path, "utf8");
    const cached = compiled.get(path);
    if (cached?.markdown === markdown) return cached.note;
    known ??= sources();
    const made = compileNote(`notes/${basename(path)}`, markdown, await known);
    compiled.set(path, { markdown, note: made });
    return made;
  };
  const isNote = (path: string): boolean => path.startsWith(folder) && path.endsWith(".md");

  const isKnown = (query?: string): boolean =>
    query === undefined || query === "about" || query === "sections";

  return {
    name: "notes",
    resolveId: (id) => (id.startsWith(STYLES) ? `\0${id}` : undefined),
    async load(id) {
      if (id.startsWith(RESOLVED_STYLES)) {
        const slug = id.slice(RESOLVED_STYLES.length, -".css".length);
        return styleSheet(await note(join(folder, `${slug}.md`)));
      }
      const [path, query] = id.split("?") as [string, string?];
      if (!isNote(path) || !isKnown(query)) return undefined;
      this.addWatchFile(path);
      try {
        const made = await note(path);
        if (query === "about") return `export const meta = ${JSON.stringify(made.meta)};`;
        if (query === "sections")
          return `export const sections = ${JSON.stringify(made.sections)};`;
        return textModule(basename(path, ".md"), made);
      } catch (error) {
        if (!(error instanceof NoteError)) throw error;
        this.error({ message: error.message, loc: { file: path, line: error.line, column: 0 } });
      }
    },
    configureServer(server) {
      server.watcher.add(folder);
    },
    hotUpdate({ file }) {
      if (this.environment.name !== "client") return undefined;
      const stale = isSource(file);
      if (!stale && !isNote(file)) return undefined;
      if (stale) {
        known = undefined;
        compiled.clear();
      }
      reload(this.environment);
      return [];
    },
  };
}

/** The HTML of a note is no component: the page is loaded anew, and the browser keeps its place. */
function reload({ moduleGraph, hot }: ViteDevServer["environments"]["client"]): void {
  for (const [id, module] of moduleGraph.idToModuleMap) {
    if (id.startsWith(RESOLVED_STYLES) || /\.md(\?|$)/.test(id))
      moduleGraph.invalidateModule(module);
  }
  hot.send({ type: "full-reload" });
}

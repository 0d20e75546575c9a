/**
 * Makes modules of notes, at build time and in the development server:
 * `notes/wgan.md` exports `html` and `outline`, `notes/wgan.md?about` exports `meta`, `notes/wgan.md?sections` exports
 * `sections`, and `virtual:formula-styles.css` holds
 * the rules that replace inline styles in all notes.
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Plugin, ViteDevServer } from "vite";
import { compileNote, NoteError } from "./compile.ts";
import type { Note, Sources } from "./note.ts";

const STYLES = "virtual:formula-styles.css";
const RESOLVED_STYLES = `\0${STYLES}`;

export interface NotesOptions {
  /** Absolute path of the folder of notes. */
  readonly folder: string;
  /** Read anew after each change in the development server. */
  readonly sources: () => Promise<Sources>;
  /** Files whose change makes every note stale, as a test of the absolute path. */
  readonly isSource: (path: string) => boolean;
}

/** The style sheet of all hoisted styles, sorted, so that it does not depend on the order of notes. */
const styleSheet = (notes: readonly Note[]): string =>
  [...new Map(notes.flatMap(({ styles }) => [...styles]))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, style]) => `.${name}{${style}}`)
    .join("\n");

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
    resolveId: (id) => (id === STYLES ? RESOLVED_STYLES : undefined),
    async load(id) {
      if (id === RESOLVED_STYLES) {
        const files = readdirSync(folder).filter((name) => name.endsWith(".md"));
        return styleSheet(await Promise.all(files.map((name) => note(join(folder, name)))));
      }
      const [path, query] = id.split("?") as [string, string?];
      if (!isNote(path) || !isKnown(query)) return undefined;
      this.addWatchFile(path);
      try {
        const { html, meta, outline, sections } = await note(path);
        if (query === "about") return `export const meta = ${JSON.stringify(meta)};`;
        if (query === "sections") return `export const sections = ${JSON.stringify(sections)};`;
        return `export const html = ${JSON.stringify(html)};\nexport const outline = ${JSON.stringify(outline)};`;
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
    if (id === RESOLVED_STYLES || /\.md(\?|$)/.test(id)) moduleGraph.invalidateModule(module);
  }
  hot.send({ type: "full-reload" });
}

/**
 * Makes modules of notes, at build time and in the development server:
 * `notes/wgan.md` exports `html` and `outline`, `notes/wgan.md?about` exports `meta`, `notes/wgan.md?bibtex` its
 * bibliography, `virtual:formula-styles.css` holds the rules that replace inline styles in all notes, and `virtual:passages`
 * what a search can find in them.
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Plugin, ViteDevServer } from "vite";
import { compileNote, NoteError } from "./compile.ts";
import type { Note, Sources } from "./note.ts";

const STYLES = "virtual:formula-styles.css";
const RESOLVED_STYLES = `\0${STYLES}`;
const PASSAGES = "virtual:passages";
const RESOLVED_PASSAGES = `\0${PASSAGES}`;

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

/** A string of JSON is read faster than the same data written as code. */
function passagesModule(notes: readonly Note[]): string {
  const all = notes
    .toSorted((a, b) => a.meta.order - b.meta.order)
    .map(({ meta: { slug, title }, passages }) => ({ slug, title, passages }));
  return `export const notes = JSON.parse(${JSON.stringify(JSON.stringify(all))});`;
}

/** What other plugins may ask. */
export interface NotesApi {
  notes(): Promise<readonly Note[]>;
  sources(): Promise<Sources>;
}

export function notesPlugin({
  folder,
  sources,
  isSource,
}: NotesOptions): Plugin & { readonly api: NotesApi } {
  const compiled = new Map<string, { markdown: string; note: Note }>();
  let known: Promise<Sources> | undefined;

  const present = (): Promise<Sources> => (known ??= sources());

  const note = async (path: string): Promise<Note> => {
    const markdown = readFileSync(path, "utf8");
    const cached = compiled.get(path);
    if (cached?.markdown === markdown) return cached.note;
    const made = compileNote(`notes/${basename(path)}`, markdown, await present());
    compiled.set(path, { markdown, note: made });
    return made;
  };
  const allNotes = (): Promise<Note[]> =>
    Promise.all(
      readdirSync(folder)
        .filter((name) => name.endsWith(".md"))
        .map((name) => note(join(folder, name))),
    );
  const isNote = (path: string): boolean => path.startsWith(folder) && path.endsWith(".md");

  return {
    name: "notes",
    api: { notes: allNotes, sources: present },
    resolveId: (id) => (id === STYLES || id === PASSAGES ? `\0${id}` : undefined),
    async load(id) {
      if (id === RESOLVED_STYLES) return styleSheet(await allNotes());
      if (id === RESOLVED_PASSAGES) return passagesModule(await allNotes());
      const [path, query = ""] = id.split("?") as [string, string?];
      if (!isNote(path) || !["", "about", "bibtex"].includes(query)) return undefined;
      this.addWatchFile(path);
      try {
        const { html, meta, outline, bibtex } = await note(path);
        if (query === "bibtex") return `export const bibtex = ${JSON.stringify([...bibtex])};`;
        return query === "about"
          ? `export const meta = ${JSON.stringify(meta)};`
          : `export const html = ${JSON.stringify(html)};\nexport const outline = ${JSON.stringify(outline)};`;
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
    if (id === RESOLVED_STYLES || id === RESOLVED_PASSAGES || /\.md(\?|$)/.test(id))
      moduleGraph.invalidateModule(module);
  }
  hot.send({ type: "full-reload" });
}

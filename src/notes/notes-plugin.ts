/**
 * Makes modules of notes, at build time and in the development server:
 * `notes/wgan.md` exports `html`, `outline` and `meta`, `notes/wgan.md?about` `meta` alone, `?brief` the least of it, `notes/wgan.md?sections` its
 * `sections`, `notes/wgan.md?bibtex` its bibliography, `virtual:formula-styles/wgan.css` holds the rules that replace the
 * note's inline styles, and `virtual:passages` what a search can find in all notes. A note's text brings its style sheets
 * along: pages without formulas do without.
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Plugin, ViteDevServer } from "vite";
import { atBase } from "./at-base.ts";
import { compileNote, NoteError } from "./compile.ts";
import type { Note, Sources } from "./note.ts";

const STYLES = "virtual:formula-styles/";
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

const styleSheet = ({ styles }: Note): string =>
  [...styles].map(([name, style]) => `.${name}{${style}}`).join("\n");

const textModule = ({ html, outline, styles, meta }: Note): string =>
  [
    ...(html.includes('class="katex') ? ['import "katex/dist/katex.min.css";'] : []),
    ...(styles.size > 0 ? [`import ${JSON.stringify(`${STYLES}${meta.slug}.css`)};`] : []),
    `export const meta = ${JSON.stringify(meta)};`,
    `export const html = ${JSON.stringify(html)};`,
    `export const outline = ${JSON.stringify(outline)};`,
  ].join("\n");

/** What a note's file is as a module, by the query after its name. */
const MODULES: Readonly<Record<string, (note: Note) => string>> = {
  "": textModule,
  brief: ({ meta: { slug, title, order, demos, paper } }) =>
    `export const meta = ${JSON.stringify({ slug, title, order, demos, paper: !!paper })};`,
  about: ({ meta }) => `export const meta = ${JSON.stringify(meta)};`,
  sections: ({ sections }) => `export const sections = ${JSON.stringify(sections)};`,
  bibtex: ({ bibtex }) => `export const bibtex = ${JSON.stringify([...bibtex])};`,
};

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
  let base = "/";

  const present = (): Promise<Sources> => (known ??= sources());

  const note = async (path: string): Promise<Note> => {
    const markdown = readFileSync(path, "utf8");
    const cached = compiled.get(path);
    if (cached?.markdown === markdown) return cached.note;
    const made = compileNote(`notes/${basename(path)}`, markdown, await present());
    const placed = { ...made, html: atBase(made.html, base) };
    compiled.set(path, { markdown, note: placed });
    return placed;
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
    configResolved(config) {
      ({ base } = config);
    },
    resolveId: (id) => (id.startsWith(STYLES) || id === PASSAGES ? `\0${id}` : undefined),
    async load(id) {
      if (id.startsWith(RESOLVED_STYLES)) {
        const slug = id.slice(RESOLVED_STYLES.length, -".css".length);
        return styleSheet(await note(join(folder, `${slug}.md`)));
      }
      if (id === RESOLVED_PASSAGES) return passagesModule(await allNotes());
      const [path, query = ""] = id.split("?") as [string, string?];
      const moduleOf = MODULES[query];
      if (!isNote(path) || !moduleOf) return undefined;
      this.addWatchFile(path);
      try {
        return moduleOf(await note(path));
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
    const made = id.startsWith(RESOLVED_STYLES) || id === RESOLVED_PASSAGES;
    if (made || /\.md(\?|$)/.test(id)) moduleGraph.invalidateModule(module);
  }
  hot.send({ type: "full-reload" });
}

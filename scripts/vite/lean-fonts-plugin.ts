/**
 * Fonts that hold what the site sets in them: before the first paint a phone on a slow line would wait half a second for the rest.
 * In the built site alone, since a subset made for one state of the notes would be wrong after the next edit.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, relative, resolve } from "node:path";
import subsetFont from "subset-font";
import type { Plugin } from "vite";
import { replaceFile } from "../machine/replace-file.ts";
import type { NotesApi } from "../../src/notes/notes-plugin.ts";

const FOLDER = resolve(".cache/fonts");
const FACE = /@font-face\s*\{[^}]*\}/g;
const SOURCE = /url\(["']?([^"')]+\.woff2)["']?\)/;
/** What the style sheets ask for, by name or by default; Inter brings some forty stylistic sets as well. */
const FEATURES = ["calt", "ccmp", "kern", "liga", "locl", "mark", "mkmk", "tnum"];

/** `notes` tells which characters formulas may need. */
export function leanFontsPlugin({ notes }: Pick<NotesApi, "notes">): Plugin {
  return {
    name: "lean-fonts",
    enforce: "pre",
    apply: "build",
    async transform(css, id) {
      const faces = css.match(FACE)?.filter((face) => SOURCE.test(face)) ?? [];
      if (!id.endsWith(".css") || faces.length === 0) return undefined;
      const inNotes = (await notes()).map(({ html }) => html).join("");
      let lean = css;
      for (const face of faces) {
        const [, url = ""] = SOURCE.exec(face)!;
        // A style sheet's `fonts/x.woff2` is a relative path, its `@scope/fonts/x.woff2` a package.
        const found = (await this.resolve(`./${url}`, id)) ?? (await this.resolve(url, id));
        const source = found?.id ?? this.error(`There is no font at ${url}.`);
        const path = await kept(source, face, inNotes);
        lean = lean.replace(face, face.replace(url, relative(dirname(id), path)));
      }
      return lean;
    },
  };
}

/** The lean font as a file of the source's name, made once for what it holds: the site is built more than once a release. */
async function kept(source: string, face: string, text: string): Promise<string> {
  const font = readFileSync(source);
  const key = createHash("sha256").update(font).update(face).update(text).digest("hex");
  const path = `${FOLDER}/${key.slice(0, 16)}/${basename(source)}`;
  if (existsSync(path)) return path;
  const lean = await leanFont(font, face, text);
  replaceFile(path, lean);
  return path;
}

/**
 * The font as far as its `@font-face` rule lets pages use it: the characters of the `unicode-range`, or else those of `text`, and
 * the weights, where there are several.
 */
export function leanFont(font: Buffer, face: string, text: string): Promise<Buffer> {
  const [, range] = /unicode-range:([^;}]+)/.exec(face) ?? [];
  const [, min, max] = /font-weight:\s*(\d+)\s+(\d+)/.exec(face) ?? [];
  const options = {
    targetFormat: "woff2" as const,
    keepFeatures: FEATURES,
    ...(min && max && { variationAxes: { wght: { min: Number(min), max: Number(max) } } }),
  };
  return subsetFont(font, range ? charactersOf(range) : text, options);
}

/** All characters of a `unicode-range`: `"U+41-43, U+2212"` gives `"ABC−"`. */
export function charactersOf(range: string): string {
  return [...range.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi)]
    .flatMap(([, from = "", to = from]) => {
      const first = Number.parseInt(from, 16);
      return Array.from({ length: Number.parseInt(to, 16) - first + 1 }, (_, i) => first + i);
    })
    .map((code) => String.fromCodePoint(code))
    .join("");
}

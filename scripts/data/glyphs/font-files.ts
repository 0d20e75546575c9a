/** Outlines of single characters from the fonts of a package. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { fetchSource } from "../fetch-source.ts";
import { OPENTYPE, type Source } from "../sources.ts";
import { EM } from "./character-strokes.ts";
import type { OutlineCommand } from "./outline-bitmap.ts";

interface Font {
  charToGlyphIndex(character: string): number;
  getPath(
    text: string,
    x: number,
    y: number,
    size: number,
  ): { readonly commands: readonly OutlineCommand[] };
}

/** What is used of opentype.js. */
interface OpenType {
  parse(file: ArrayBuffer): Font;
}

/** The outline of a character; null where the font has none. */
export type Outlines = (code: number) => readonly OutlineCommand[] | null;

const opentype = (): Promise<OpenType> => {
  const path = resolve(fetchSource(OPENTYPE), "dist/opentype.mjs");
  return import(/* @vite-ignore */ pathToFileURL(path).href) as Promise<OpenType>;
};

/** Throws SourceError where the package cannot be had. */
export async function outlinesOf(source: Source, file?: string): Promise<Outlines> {
  const { parse } = await opentype();
  const folder = fetchSource(source);
  const fonts = new Map<string, Font>();
  const fileOf = file === undefined ? pieces(folder) : () => file;
  return (code) => {
    const name = fileOf(code);
    if (name === undefined) return null;
    let font = fonts.get(name);
    if (!font) {
      font = parse(Uint8Array.from(readFileSync(join(folder, name))).buffer);
      fonts.set(name, font);
    }
    const character = String.fromCodePoint(code);
    return font.charToGlyphIndex(character) === 0
      ? null
      : font.getPath(character, 0, 0, EM).commands;
  };
}

/** Where a font is cut into pieces, `unicode.json` says which characters are in which: `{ "[119]": "U+20,U+3041-307f" }`. */
function pieces(folder: string): (code: number) => string | undefined {
  const listed = JSON.parse(readFileSync(join(folder, "unicode.json"), "utf8")) as Record<
    string,
    string
  >;
  const { name } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    name: string;
  };
  const rows = Object.entries(listed).map(([key, text]) => ({
    file: `files/${name.replace("@fontsource/", "")}-${key.replace(/[[\]]/g, "")}-400-normal.woff`,
    ranges: text.split(",").map((range) => {
      const [first, last = first] = range.replace(/^U\+/i, "").split("-");
      return [Number.parseInt(first!, 16), Number.parseInt(last!, 16)] as const;
    }),
  }));
  return (code) =>
    rows.find(({ ranges }) => ranges.some(([first, last]) => first <= code && code <= last))?.file;
}

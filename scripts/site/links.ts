/** Links in a page's head to files of the build that the browser would otherwise find late. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The fonts that the first screen is set in; the browser would else find them only after the style sheet. */
const TEXT_FONTS = [/source-serif-4-latin-wght-normal/, /inter-latin-wght-normal/];
const FORMULA_FONTS = [/KaTeX_Main-Regular/, /KaTeX_Math-Italic/];

type Manifest = Readonly<
  Record<
    string,
    {
      readonly file: string;
      readonly css?: readonly string[];
      readonly imports?: readonly string[];
    }
  >
>;

export interface Links {
  /** Preloads of the fonts of a page. */
  fonts(withFormulas: boolean): string;
  /** A lazy part of the page, for pages that need it at once. */
  part(key: string): string;
  /** Style sheets of a lazy part whose script the page does not need. */
  styles(key: string): string;
}

export function linksOf(dist: string): Links {
  const assets = readdirSync(join(dist, "assets"));
  const manifest = JSON.parse(readFileSync(join(dist, ".vite/manifest.json"), "utf8")) as Manifest;
  const preloads = (fonts: readonly RegExp[], attributes = ""): string =>
    assets
      .filter((name) => fonts.some((font) => font.test(name)))
      .map(
        (name) =>
          `<link rel="preload" href="/assets/${name}" as="font" type="font/woff2" crossorigin${attributes}>`,
      )
      .join("");
  return {
    fonts: (withFormulas) =>
      preloads(TEXT_FONTS) + (withFormulas ? preloads(FORMULA_FONTS, ' fetchpriority="low"') : ""),
    part: (key) => partLinks(manifest, key, new Set(["index.html"])),
    styles: (key) =>
      partLinks(manifest, key, new Set(["index.html"])).replace(
        /<link rel="modulepreload"[^>]*>/g,
        "",
      ),
  };
}

function partLinks(manifest: Manifest, key: string, seen: Set<string>): string {
  if (seen.has(key)) return "";
  seen.add(key);
  const { file, css = [], imports = [] } = manifest[key]!;
  return [
    ...imports.map((each) => partLinks(manifest, each, seen)),
    `<link rel="modulepreload" crossorigin href="/${file}">`,
    ...css.map((each) => `<link rel="stylesheet" crossorigin href="/${each}">`),
  ].join("");
}

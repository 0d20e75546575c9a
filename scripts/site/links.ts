/** Links in a page's head to files of the build that the browser would otherwise find late. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sitePath } from "../../src/app/site-path.ts";

/** The fonts that the first screen is set in; the browser would else find them only after the style sheet. */
const TEXT_FONTS = [/source-serif-4-latin-wght-normal/, /inter-latin-wght-normal/];
/**
 * Other fonts, by what the HTML holds that is set in them. They may come after the text: another font stands
 * in. Fonts of a few signs are left for the browser to find: they are small, and a phone may not come to them at once.
 */
const LATER_FONTS = [
  [/<em\b/, /source-serif-4-latin-400-italic/],
  [/class="katex"/, /KaTeX_(Main-Regular|Math-Italic)/],
  [/\bmathbb\b/, /KaTeX_AMS/],
] as const;

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
  /** Preloads of the fonts of a page with this content. */
  fonts(html: string): string;
  /** What every page's script imports: known only when that script has come, otherwise. */
  readonly scripts: string;
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
          `<link rel="preload" href="${sitePath(`/assets/${name}`)}" as="font" type="font/woff2" crossorigin${attributes}>`,
      )
      .join("");
  const { imports: everyPages = [] } = manifest["index.html"]!;
  const lateLinks = (key: string): string =>
    partLinks(manifest, key, new Set(["index.html", ...everyPages]));
  return {
    fonts: (html) =>
      preloads(TEXT_FONTS) +
      preloads(
        LATER_FONTS.filter(([sign]) => sign.test(html)).map(([, font]) => font),
        ' fetchpriority="low"',
      ),
    scripts: everyPages.map((key) => partLinks(manifest, key, new Set())).join(""),
    part: lateLinks,
    styles: (key) => lateLinks(key).replace(/<link data-late[^>]*>/g, ""),
  };
}

function partLinks(manifest: Manifest, key: string, seen: Set<string>): string {
  if (seen.has(key)) return "";
  seen.add(key);
  const { file, css = [], imports = [] } = manifest[key]!;
  return [
    ...imports.map((each) => partLinks(manifest, each, seen)),
    `<link data-late crossorigin href="${sitePath(`/${file}`)}">`,
    ...css.map((each) => `<link rel="stylesheet" crossorigin href="${sitePath(`/${each}`)}">`),
  ].join("");
}

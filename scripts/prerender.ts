/** After `vite build`: writes each page of the site as HTML that reads fully without scripts. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { build, runnerImport, type Plugin } from "vite";
import type * as Server from "../src/app/server.tsx";
import { META_CSP } from "./csp.ts";

const DIST = resolve("dist");
const SERVER = resolve(".cache/server");

/** The fonts that the first screen is set in; the browser would else find them only after the style sheet. */
const TEXT_FONTS = [/source-serif-4-latin-wght-normal/, /inter-latin-wght-normal/];
const FORMULA_FONTS = [/KaTeX_Main-Regular/, /KaTeX_Math-Italic/];

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);

/** Nothing trains while pages are written, and bundling the worker again takes longer than all else. */
const withoutWorker: Plugin = {
  name: "without-worker",
  enforce: "pre",
  load: (id) => (/[?&]worker\b/.test(id) ? 'export default "";' : undefined),
};

export async function main(): Promise<void> {
  // The same configuration as the page's build, so that addresses of files come out the same.
  await build({
    logLevel: "warn",
    plugins: [withoutWorker],
    build: {
      ssr: "src/app/server.tsx",
      outDir: SERVER,
      copyPublicDir: false,
      // One file: what loads it cannot follow imports that are made later.
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const { module: server } = await runnerImport<typeof Server>(join(SERVER, "server.js"));
  const template = readFileSync(join(DIST, "index.html"), "utf8");
  const assets = readdirSync(join(DIST, "assets"));
  const preloads = (fonts: readonly RegExp[]): string =>
    assets
      .filter((name) => fonts.some((font) => font.test(name)))
      .map(
        (name) =>
          `<link rel="preload" href="/assets/${name}" as="font" type="font/woff2" crossorigin>`,
      )
      .join("");

  const manifest = JSON.parse(readFileSync(join(DIST, ".vite/manifest.json"), "utf8")) as Manifest;
  /** Parts of the page that come late, by what their HTML holds. */
  const lateParts = [
    ["data-demo=", linksOf(manifest, "src/app/DemoMount.tsx")],
    ['class="code-page"', linksOf(manifest, "src/app/pages/CodePage.tsx")],
  ] as const;

  const write = async (path: string, file: string): Promise<void> => {
    const page = await server.renderPage(path);
    const fonts = preloads(page.formulas ? [...TEXT_FONTS, ...FORMULA_FONTS] : TEXT_FONTS);
    const links = lateParts.map(([sign, each]) => (page.html.includes(sign) ? each : "")).join("");
    const html = fill(template, [
      [
        /<meta charset="utf-8" ?\/?>/,
        (found) =>
          `${found}<meta http-equiv="Content-Security-Policy" content="${META_CSP}">${fonts}`,
      ],
      [/<\/head>/, (found) => links + found],
      [/<title>[^<]*<\/title>/, () => `<title>${escaped(page.title)}</title>`],
      [
        /(<meta name="description" content=")"/,
        (_, start) => `${start}${escaped(page.description)}"`,
      ],
      [/<div id="root"><\/div>/, () => `<div id="root">${page.html}</div>`],
    ]);
    const target = join(DIST, file);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, html);
    console.log(`${path} → dist/${file}`);
  };

  // The home page comes last: it replaces the template.
  await write("/404/", "404.html");
  for (const path of server.paths.toReversed()) await write(path, `.${path}index.html`);
}

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

/** Links to a lazy part of the page, for pages that need it at once: its pictures are in the HTML already. */
function linksOf(manifest: Manifest, key: string, seen = new Set(["index.html"])): string {
  if (seen.has(key)) return "";
  seen.add(key);
  const { file, css = [], imports = [] } = manifest[key]!;
  return [
    ...imports.map((each) => linksOf(manifest, each, seen)),
    `<link rel="modulepreload" crossorigin href="/${file}">`,
    ...css.map((each) => `<link rel="stylesheet" crossorigin href="/${each}">`),
  ].join("");
}

type Replacement = readonly [RegExp, (...found: string[]) => string];

/** A template that lost one of its places must not lose a page's text silently. */
function fill(template: string, replacements: readonly Replacement[]): string {
  return replacements.reduce((html, [place, by]) => {
    if (!place.test(html))
      throw new Error(`dist/index.html has no ${place}: build before prerendering, once.`);
    return html.replace(place, by);
  }, template);
}

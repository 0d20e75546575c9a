/**
 * What each page makes a reader fetch before they press Run, in kB (gzip; fonts and HTML as they travel). Fails when the
 * scripts outgrow their budget, or when tensor code can be reached without pressing Run.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { SECTION_PATH } from "../src/app/offline/names.ts";
import { HOME } from "../src/app/site-path.ts";
import { loadDemos, type Demos } from "./claims/demo-programs.ts";
import { overBudget, pageStyles, scriptSizes, type PageContent } from "./size/budget.ts";
import { closure, type Manifest } from "./size/manifest.ts";

/** A sentence of tfjs-core that survives minification. */
const TENSOR_CODE = "was not found in registry";
const DIST = resolve("dist");

const read = (file: string): Buffer => readFileSync(join(DIST, file));
const gz = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(read(file), { level: 9 }).length, 0) / 1000;
const rounded = (kB: number): number => Math.round(kB * 10) / 10;
const fileOf = (path: string): string => `.${path}index.html`;

export const USAGE = `Usage: node scripts/run.mjs size

  Measures dist, after a build.`;

export async function main(): Promise<void> {
  const declared = await loadDemos();
  const manifest = JSON.parse(String(read(".vite/manifest.json"))) as Manifest;
  const paths = readdirSync(DIST, { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)index\.html$/.test(file))
    .map((file) => `/${file.replace("index.html", "")}`)
    .filter((path) => !SECTION_PATH.test(path));
  const pages = Object.fromEntries(paths.map((path) => [path, contentOf(path, declared)]));
  const sizes = scriptSizes(manifest, pages, gz);
  const rows = Object.fromEntries(
    Object.entries(sizes.pages).map(([path, { shell, heaviest, script }]) => [
      path,
      {
        shell: rounded(shell),
        heaviest,
        script: rounded(script),
        style: rounded(gz(pageStyles(manifest, pages[path]!))),
        fonts: rounded(fontsOf(path)),
        html: rounded(gz([fileOf(path)])),
      },
    ]),
  );
  const demos = Object.fromEntries(
    Object.entries(sizes.demos).map(([id, kB]) => [id, { script: rounded(kB) }]),
  );
  writeFileSync(join(DIST, "size.json"), `${JSON.stringify({ pages: rows, demos }, null, 2)}\n`);
  console.table(rows);
  console.table(demos);

  const problems = [...overBudget(sizes), ...tensorCode(manifest)];
  if (problems.length > 0) throw new Error(problems.join("\n"));
}

function contentOf(path: string, declared: Demos): PageContent {
  const html = String(read(fileOf(path)));
  const demos = [...html.matchAll(/data-demo="([^"]+)"/g)].map(([, id]) => id!);
  return {
    demos,
    stepped: demos.filter((id) => declared[id]?.steps),
    charted: [...html.matchAll(/data-demo="([^"]+)" data-form="full"/g)].map(([, id]) => id!),
    linked: linkedFrom(html),
    joined: [...html.matchAll(/disabled href="([^"]+)"/g)].map(([, file]) => inDist(file!)),
  };
}

const linkedFrom = (html: string): string[] =>
  [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => inDist(path!));

/** As Vite's manifest names files. */
const inDist = (path: string): string => path.slice(HOME.length);

/** kB of fonts that a page names; woff2 is compressed already. */
const fontsOf = (path: string): number =>
  linkedFrom(String(read(fileOf(path))))
    .filter((file) => file.endsWith(".woff2"))
    .reduce((sum, file) => sum + read(file).length, 0) / 1000;

const tensorCode = (manifest: Manifest): string[] =>
  [...closure(manifest, ["index.html"], { late: true })]
    .map((key) => manifest[key]!.file)
    .filter((file) => file.endsWith(".js") && read(file).includes(TENSOR_CODE))
    .map((file) => `dist/${file} holds tensor code, and the page can reach it without Run.`);

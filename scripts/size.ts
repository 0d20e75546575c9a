/**
 * What each page makes a reader fetch before they press Run, in kB (gzip; fonts and HTML as they travel). Fails when the
 * scripts outgrow their budget, or when tensor code can be reached without pressing Run.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { SECTION_PATH } from "../src/app/offline/names.ts";

/** kB of gzipped script a page. ours: a slow phone parses this in about half a second. */
const BUDGET = 100;
/** A sentence of tfjs-core that survives minification. */
const TENSOR_CODE = "was not found in registry";
const DIST = resolve("dist");

interface Chunk {
  readonly file: string;
  readonly src?: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
}
type Manifest = Readonly<Record<string, Chunk>>;

const read = (file: string): Buffer => readFileSync(join(DIST, file));
const gz = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(read(file), { level: 9 }).length, 0) / 1000;

/** The chunks that come with the given ones. */
function closure(manifest: Manifest, keys: readonly string[], lazy = false): Set<string> {
  const seen = new Set<string>();
  const pending = [...keys];
  for (let key = pending.pop(); key !== undefined; key = pending.pop()) {
    if (seen.has(key)) continue;
    seen.add(key);
    const { imports = [], dynamicImports = [] } = manifest[key] ?? { file: "" };
    pending.push(...imports, ...(lazy ? dynamicImports : []));
  }
  return seen;
}

export function main(): void {
  const manifest = JSON.parse(String(read(".vite/manifest.json"))) as Manifest;
  const paths = readdirSync(DIST, { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)index\.html$/.test(file))
    .map((file) => `/${file.replace("index.html", "")}`)
    .filter((path) => !SECTION_PATH.test(path));
  const rows = Object.fromEntries(paths.map((path) => [path, measure(manifest, path)]));
  writeFileSync(join(DIST, "size.json"), `${JSON.stringify(rows, null, 2)}\n`);
  console.table(rows);

  const problems = Object.entries(rows)
    .filter(([, { script }]) => script > BUDGET)
    .map(
      ([path, { script }]) =>
        `${path} needs ${script} kB of script before Run; the budget is ${BUDGET} kB.`,
    );
  for (const key of closure(manifest, ["index.html"], true)) {
    const { file } = manifest[key]!;
    if (file.endsWith(".js") && read(file).includes(TENSOR_CODE)) {
      problems.push(`dist/${file} holds tensor code, and the page can reach it without Run.`);
    }
  }
  if (problems.length > 0) throw new Error(problems.join("\n"));
}

function measure(
  manifest: Manifest,
  path: string,
): Record<"script" | "style" | "fonts" | "html", number> {
  const page = `.${path}index.html`;
  const html = String(read(page));
  const demos = [...html.matchAll(/data-demo="([^"]+)"/g)].map(([, id]) => id!);
  // A page fetches the views of its own demos as soon as it is shown.
  const views = Object.keys(manifest).filter((key) =>
    demos.some((id) => key.startsWith(`src/papers/${id}/`) && !key.includes("program")),
  );
  const chunks = [...closure(manifest, ["index.html", ...views])].map((key) => manifest[key]!);
  const joined = new Set([...html.matchAll(/disabled href="\/([^"]+)"/g)].map(([, file]) => file!));
  const linked = [...html.matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, file]) => file!);
  const rounded = (kB: number): number => Math.round(kB * 10) / 10;
  return {
    script: rounded(
      gz(
        new Set(
          [...chunks.map(({ file }) => file), ...linked].filter((file) => file.endsWith(".js")),
        ),
      ),
    ),
    style: rounded(
      gz(
        new Set(
          [...chunks.flatMap(({ css = [] }) => css), ...linked].filter(
            (file) => file.endsWith(".css") && !joined.has(file),
          ),
        ),
      ),
    ),
    // woff2 is compressed already.
    fonts: rounded(
      linked
        .filter((file) => file.endsWith(".woff2"))
        .reduce((sum, file) => sum + read(file).length, 0) / 1000,
    ),
    html: rounded(gz([page])),
  };
}

/**
 * Lighthouse on the built site, as a mid-range phone: `npm run lighthouse [/path/ …]`. The median of three runs for each page;
 * reports go to .cache/lighthouse. Lighthouse comes by npx, since its 180 packages would double every installation.
 */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { promisify } from "node:util";
import { chromium } from "playwright";
import { preview } from "vite";
import { chromium as options } from "./machine/chromium.mjs";
import { namesOf, UsageError } from "./machine/usage.ts";
import { noteFiles } from "./checkout/note-files.ts";

const VERSION = "12.8.2";
const RUNS = 3;
const FOLDER = ".cache/lighthouse";
/**
 * Without these, frames of a traced page without a screen now and then stop for whole seconds before the first paint, in
 * Chromium 156: the same page then scores 92 or 97.
 */
const STEADY = ["--disable-threaded-animation", "--disable-features=PaintHolding"];
/** Aims, in hundredths. */
const AIMS: Readonly<Record<string, number>> = {
  performance: 95,
  accessibility: 100,
  "best-practices": 100,
  seo: 100,
};

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  readonly audits: Readonly<
    Record<
      string,
      { readonly title: string; readonly score: number | null; readonly numericValue?: number }
    >
  >;
}

const run = promisify(execFile);
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1]!;

export const USAGE = `Usage: npm run lighthouse -- [/path/ …]

  /path/   a page of the built site, such as /wgan/ (default: home and all notes)`;

export async function main(args: string[]): Promise<void> {
  const asked = namesOf(args);
  const paths = asked.length > 0 ? asked : ["/", ...Object.keys(noteFiles()).map((s) => `/${s}/`)];
  const strange = paths.find((path) => !existsSync(`dist${path}index.html`));
  if (strange !== undefined)
    throw new UsageError(`dist has no page ${strange}: pages are named like /wgan/.`);
  const server = await preview({ logLevel: "warn", preview: { port: 0 } });
  const origin = server.resolvedUrls!.local[0]!.replace(/\/$/, "");
  mkdirSync(FOLDER, { recursive: true });
  const rows: Record<string, Record<string, number | string>> = {};
  const load = loadavg()[0]!;
  try {
    for (const path of paths) {
      const reports: Report[] = [];
      for (let i = 0; i < RUNS; i++) reports.push(await audit(`${origin}${path}`));
      rows[path] = rowOf(reports);
      writeFileSync(
        `${FOLDER}/${path.replaceAll("/", "") || "home"}.json`,
        JSON.stringify(reports),
      );
    }
  } finally {
    await server.close();
  }
  console.table(rows);
  console.log(
    `load average before and after: ${load.toFixed(1)}, ${loadavg()[0]!.toFixed(1)}; performance falls with it`,
  );
  writeFileSync(`${FOLDER}/scores.json`, `${JSON.stringify(rows, null, 2)}\n`);
}

async function audit(url: string): Promise<Report> {
  const file = `${FOLDER}/report.json`;
  const { executablePath = chromium.executablePath(), args = [] } = options();
  await run(
    "npx",
    [
      "--yes",
      `lighthouse@${VERSION}`,
      url,
      "--quiet",
      "--no-enable-error-reporting",
      "--output=json",
      `--output-path=${file}`,
      `--chrome-flags=${["--headless=new", ...STEADY, ...args].join(" ")}`,
    ],
    { env: { ...process.env, CHROME_PATH: executablePath }, timeout: 240_000 },
  );
  return JSON.parse(readFileSync(file, "utf8")) as Report;
}

/** Medians of scores and times, and what keeps a page from an aim. */
function rowOf(reports: readonly Report[]): Record<string, number | string> {
  const scores = Object.keys(AIMS).map((name): [string, number] => [
    name,
    Math.round(100 * median(reports.map(({ categories }) => categories[name]?.score ?? 0))),
  ]);
  const seconds = (name: string): number =>
    Math.round(median(reports.map(({ audits }) => audits[name]?.numericValue ?? Number.NaN)) / 10) /
    100;
  return {
    ...Object.fromEntries(scores),
    "LCP s": seconds("largest-contentful-paint"),
    "TBT ms": Math.round(1000 * seconds("total-blocking-time")),
    CLS: median(reports.map(({ audits }) => audits["cumulative-layout-shift"]?.numericValue ?? 0)),
    "below its aim": scores
      .filter(([name, score]) => score < AIMS[name]!)
      .map(([name]) => name)
      .join(", "),
  };
}

/**
 * The benchmark in workers of Chromium: `node scripts/run.mjs bench-browser [case …] [--quick]`. As in Node, implementations take
 * turns; each has a worker of its own. Writes .cache/bench-browser.json.
 */
import { startBrowser } from "./bench/browser.ts";
import { runCases } from "./bench/run-cases.ts";

export const USAGE = `Usage: node scripts/run.mjs bench-browser [case …] [--quick]

  case      a part of the names of cases (default: all)
  --quick   one short round`;

export async function main(args: string[]): Promise<void> {
  const browser = await startBrowser();
  const engine = { browser: `Chromium ${browser.version}` };
  try {
    await runCases(args, engine, browser.start, ".cache/bench-browser.json");
  } finally {
    await browser.close();
  }
}

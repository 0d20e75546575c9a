/**
 * Measures training steps, ours beside those of other libraries: `npm run bench -- [case …] [--quick] [--node]`. All take turns in
 * one run; the ratios between them are what counts. Writes .cache/bench.json, and unless told `--node` measures in Chromium too.
 */
import { main as inBrowser } from "./bench-browser.ts";
import { startChild } from "./bench/start-process.ts";
import { runCases } from "./bench/run-cases.ts";

export const USAGE = `Usage: npm run bench -- [case …] [--quick] [--node]

  case      a part of the names of cases (default: all)
  --quick   one short round
  --node    not in Chromium too`;

export async function main(args: string[]): Promise<void> {
  await runCases(args, {}, startChild, ".cache/bench.json");
  if (!args.includes("--node")) await inBrowser(args);
}

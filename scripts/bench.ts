/**
 * Measures training steps, ours beside those of other libraries: `npm run bench -- [case] [--quick]`. All take turns in one
 * run; the ratios between them are what counts. Writes .cache/bench.json.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { CASES } from "./bench/cases.ts";
import { startChild, type Child } from "./bench/child.ts";
import { IMPLEMENTATIONS, type Implementation } from "./bench/implementations.ts";
import { measureCase } from "./bench/measure.ts";
import { printRatios, printRow, type Row } from "./bench/print.ts";

const git = (...args: string[]): string =>
  execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();

function machine(): object {
  let commit = "unknown";
  try {
    commit = git("rev-parse", "--short", "HEAD") + (git("status", "--porcelain") ? " changed" : "");
  } catch {
    // Not a checkout.
  }
  const cores = cpus();
  return { cpu: cores[0]?.model, cores: cores.length, node: process.version, commit };
}

export async function main(args: string[]): Promise<void> {
  const quick = args.includes("--quick");
  const filter = args.find((arg) => !arg.startsWith("--")) ?? "";
  const chosen = CASES.filter(({ id }) => id.includes(filter));
  if (chosen.length === 0) {
    throw new Error(
      `No case is called ${filter}: there are ${CASES.map(({ id }) => id).join(", ")}.`,
    );
  }
  const plan = quick ? { rounds: 1, seconds: 0.1 } : { rounds: 5, seconds: 0.3 };
  const about = { ...machine(), ...plan, date: new Date().toISOString(), load: loadavg() };
  console.log(about);

  const children = new Map<Implementation, Child>();
  const rows: Row[] = [];
  try {
    const names = Object.keys(IMPLEMENTATIONS) as Implementation[];
    const started = await Promise.all(names.map(startChild));
    names.forEach((name, i) => children.set(name, started[i]!));
    for (const chosenCase of chosen) {
      const results = await measureCase(chosenCase, children, plan);
      const row = { id: chosenCase.id, title: chosenCase.title, results };
      rows.push(row);
      printRow(row);
    }
  } finally {
    for (const child of children.values()) child.close();
  }
  mkdirSync(".cache", { recursive: true });
  const after = { loadAfter: loadavg() };
  writeFileSync(".cache/bench.json", JSON.stringify({ ...about, ...after, cases: rows }, null, 1));
  printRatios(rows);
}

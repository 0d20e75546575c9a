/** Takes the chosen cases through the implementations, prints them and writes them to a file. */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { mustBeKnown, parsed } from "../machine/usage.ts";
import { CASES } from "./cases.ts";
import type { Child } from "./start-process.ts";
import { IMPLEMENTATIONS, type Implementation } from "./implementations.ts";
import { measureCase } from "./measure.ts";
import { printRatios, printRow, type Row } from "./print-ratios.ts";

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

/** Arguments: parts of the names of cases, all if there are none; `--quick` for one short round. */
export async function runCases(
  args: readonly string[],
  engine: object,
  start: (implementation: Implementation) => Promise<Child>,
  file: string,
): Promise<void> {
  const { values: options, positionals: wanted } = parsed(args, {
    quick: { type: "boolean" },
    // Of the command that measures here and in Chromium.
    node: { type: "boolean" },
  });
  const chosen = CASES.filter(
    ({ id }) => wanted.length === 0 || wanted.some((part) => id.includes(part)),
  );
  const strange = wanted.filter((part) => !CASES.some(({ id }) => id.includes(part)));
  mustBeKnown(
    "case",
    strange,
    CASES.map(({ id }) => id),
  );
  const plan = options.quick ? { rounds: 1, seconds: 0.1 } : { rounds: 5, seconds: 0.3 };
  const date = new Date().toISOString();
  const about = { ...machine(), ...engine, ...plan, date, load: loadavg() };
  console.log(about);

  const children = new Map<Implementation, Child>();
  const absent: Partial<Record<Implementation, string>> = {};
  const rows: Row[] = [];
  try {
    const names = Object.keys(IMPLEMENTATIONS) as Implementation[];
    const started = await Promise.allSettled(names.map(start));
    for (const [i, name] of names.entries()) {
      const result = started[i]!;
      if (result.status === "fulfilled") children.set(name, result.value);
      else absent[name] = String(result.reason);
    }
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
  const whole = { ...about, loadAfter: loadavg(), absent, cases: rows };
  writeFileSync(file, JSON.stringify(whole, null, 1));
  for (const [name, reason] of Object.entries(absent))
    console.log(`${name} did not start: ${reason}`);
  printRatios(rows, file);
}

/**
 * The whole suite, stage by stage, on a checkout with nothing installed: `npm test`. `npm test -- check` runs only the stages
 * that need no browser and no tensors. Goes on after a failed stage; at the end it says what took longest, and the last line
 * counts.
 */
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { installBrowser, prepare } from "./setup.mjs";
import { wordsAsked } from "./machine/asked-words.mjs";
import { ofPlaywright, ofVitest, slowestOf } from "./test/slowest.mjs";

const REPORTS = ".cache/reports";
const BIN = "node_modules/.bin";
const [only] = wordsAsked(
  "Usage: npm test [-- check]\n\n  check   only the stages that need no browser and no tensors",
  ["check"],
);

prepare();
if (only !== "check") installBrowser();
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

const vitest = (where, ...projects) => ({
  name: `tests in ${where}`,
  command: [
    `${BIN}/vitest`,
    "run",
    ...projects.flatMap((project) => ["--project", project]),
    "--reporter=default",
    "--reporter=json",
  ],
  report: `${REPORTS}/${projects[0]}.json`,
  count: ({ numPassedTests, numFailedTests, numPendingTests, success }) => ({
    passed: numPassedTests,
    // A file that cannot even be loaded fails without a failed test.
    failed: numFailedTests || (success ? 0 : 1),
    skipped: numPendingTests,
  }),
  times: ofVitest,
});

const playwright = (project) => ({
  name: `${project} on the built site in Chromium`,
  command: [`${BIN}/playwright`, "test", `--project=${project}`, "--reporter=list,json"],
  report: `${REPORTS}/${project}.json`,
  count: ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }),
  times: ofPlaywright,
});

/** They read the checkout alone, and run side by side. */
const CHECKS = [
  { name: "types of the page", command: [`${BIN}/tsc`, "-p", "tsconfig.page.json"] },
  { name: "types of the worker", command: [`${BIN}/tsc`, "-p", "tsconfig.worker.json"] },
  { name: "types of tests and scripts", command: [`${BIN}/tsc`, "-p", "tsconfig.json"] },
  { name: "lint", command: [`${BIN}/oxlint`, "--type-aware", "--deny-warnings"] },
  { name: "format", command: [`${BIN}/prettier`, "--check", "--log-level", "warn", "."] },
  { name: "dead code", command: [`${BIN}/knip`] },
];

const BUILD = { name: "build and sizes", command: ["npm", "run", "--silent", "build"] };

/** What has both cores to itself: in this order, after what stands side by side. */
const ALONE = [
  vitest("Node", "unit", "plain"),
  vitest("the browser", "browser"),
  playwright("reading"),
  playwright("training"),
];

const total = { passed: 0, failed: 0, skipped: 0 };
const begun = Date.now();
/** Seconds of stages and of files of tests, by name. */
const stages = [];
const files = [];
const waiting = only === "check" ? [...CHECKS] : [BUILD, ...CHECKS];
await Promise.all(
  Array.from({ length: availableParallelism() }, async () => {
    for (let stage = waiting.shift(); stage; stage = waiting.shift()) await run(stage, "pipe");
  }),
);
if (only !== "check") for (const stage of ALONE) await run(stage, "inherit");

/** Runs a stage to its end, whatever that is. What it prints comes as it is printed, or whole where another runs beside it. */
async function run(stage, printing) {
  const [program, ...args] = stage.command;
  const output = stage.report ? { PLAYWRIGHT_JSON_OUTPUT_NAME: stage.report } : {};
  const extra = program.endsWith("vitest") ? [`--outputFile.json=${stage.report}`] : [];
  const start = Date.now();
  const title = `\n— ${stage.name}`;
  if (printing === "inherit") console.log(title);
  const child = spawn(program, [...args, ...extra], {
    stdio: ["ignore", printing, printing],
    env: { ...process.env, ...output },
  });
  const printed = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (part) => printed.push(part));
  const status = await new Promise((resolve) => {
    child.on("error", (error) => resolve(printed.push(Buffer.from(`${error.message}\n`)) && 1));
    child.on("close", (code) => resolve(code ?? 1));
  });
  if (printing === "pipe") process.stdout.write(`${title}\n${Buffer.concat(printed)}`);
  const result = tally(stage, status);
  const seconds = (Date.now() - start) / 1000;
  stages.push({ name: stage.name, seconds });
  for (const key of Object.keys(total)) total[key] += result[key];
  console.log(`${result.failed ? "✗" : "✓"} ${stage.name} (${Math.round(seconds)} s)`);
}

/** Results of a stage: its report's counts, or one pass or failure. */
function tally(stage, status) {
  const alone = { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
  if (!stage.report) return alone;
  try {
    const report = JSON.parse(readFileSync(stage.report, "utf8"));
    files.push(...stage.times(report, process.cwd()));
    const counts = stage.count(report);
    return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const lines = (name, rows) => console.log([`\n— ${name}`, ...slowestOf(rows)].join("\n"));
lines("stages that took longest", stages);
if (files.length > 0) lines("files of tests that took longest", files);
console.log(`\n${((Date.now() - begun) / 60_000).toFixed(1)} minutes`);
console.log(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ""}`,
);
process.exit(total.failed > 0 ? 1 : 0);

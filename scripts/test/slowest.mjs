/** What took longest, from the reports of the test runners. */
import { relative } from "node:path";

const SHOWN = 10;

/** Vitest's JSON: each file with its seconds and its slowest test. */
export const ofVitest = ({ testResults }, root) =>
  testResults.map(({ name, assertionResults }) =>
    entry(
      relative(root, name),
      assertionResults.map(({ title, duration }) => ({ title, ms: duration ?? 0 })),
    ),
  );

/** Playwright's JSON: suites nest, and a test counts with its retries. */
export const ofPlaywright = ({ suites, config }, root) =>
  suites.map((suite) => {
    const at = relative(root, config.rootDir);
    return entry(`${at ? `${at}/` : ""}${suite.file}`, testsOf(suite));
  });

const testsOf = ({ specs = [], suites = [] }) => [
  ...specs.map(({ title, tests }) => ({
    title,
    ms: tests.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration, 0),
  })),
  ...suites.flatMap(testsOf),
];

function entry(file, tests) {
  const [slowest] = tests.toSorted((a, b) => b.ms - a.ms);
  const seconds = tests.reduce((sum, { ms }) => sum + ms, 0) / 1000;
  if (!slowest) return { name: file, seconds };
  return { name: `${file} (${Math.round(slowest.ms / 1000)} s: ${slowest.title})`, seconds };
}

/** A line for each of the slowest. */
export const slowestOf = (rows) =>
  rows
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, SHOWN)
    .map(({ name, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${name}`);

/** What `npm test` says at its end. */
import { expect, test } from "vitest";
import { ofPlaywright, ofVitest, slowestOf } from "../../../scripts/test/slowest.mjs";

test("files of both runners come with their time and their slowest test, the slowest first", () => {
  const vitest = {
    testResults: [
      {
        name: "/home/site/tests/a.test.ts",
        assertionResults: [
          { title: "quick", duration: 500 },
          { title: "slow", duration: 2600 },
          { title: "skipped" },
        ],
      },
      { name: "/home/site/tests/broken.test.ts", assertionResults: [] },
    ],
  };
  const spec = (title: string, ...durations: number[]) => ({
    title,
    tests: [{ results: durations.map((duration) => ({ duration })) }],
  });
  const playwright = {
    config: { rootDir: "/home/site/tests/e2e" },
    suites: [
      {
        file: "b.spec.ts",
        specs: [spec("once", 1000)],
        suites: [{ file: "b.spec.ts", specs: [spec("tried twice", 2000, 3000)] }],
      },
    ],
  };
  const root = "/home/site";
  expect(slowestOf([...ofVitest(vitest, root), ...ofPlaywright(playwright, root)])).toEqual([
    "    6.0 s  tests/e2e/b.spec.ts (5 s: tried twice)",
    "    3.1 s  tests/a.test.ts (3 s: slow)",
    "    0.0 s  tests/broken.test.ts",
  ]);
});

test("ten are enough", () => {
  const rows = Array.from({ length: 30 }, (_, seconds) => ({ name: "x", seconds }));
  expect(slowestOf(rows)).toHaveLength(10);
});

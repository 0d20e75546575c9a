/** Claims about demos without steps and in branches, as notes write them. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { gatherClaims } from "../../../scripts/claims/gather.ts";
import { branching, cells, instant } from "../../fixtures/kinds.ts";
import { FRONT, sources } from "../../fixtures/notes/sources.ts";

const folder = mkdtempSync(join(tmpdir(), "gather-"));
afterAll(() => rmSync(folder, { recursive: true }));
const demos = Object.fromEntries([instant, branching, cells].map((demo) => [demo.id, demo]));
const known = { ...sources, demos: Object.keys(demos) };

function gather(...attributes: string[]) {
  const shown = Object.keys(demos).map((id) => `::demo{id="${id}"}`);
  const claims = attributes.map((each) => `:claim[So it is.]{${each}}`);
  writeFileSync(join(folder, "n.md"), FRONT + [...shown, ...claims].join("\n\n"));
  return gatherClaims(folder, known, demos);
}

test("claims name curves of branches, in quotes where those are no plain names", () => {
  const found = gather(
    'run="toy/branching" steps="40" expect="fast.far < slow.far"',
    'a="toy/branching" b="toy/branching?push=1" steps="40" expect="a.fast.far < b.fast.far"',
    `run="toy/cells" steps="40" expect="mean('rate=0.1&push=0'.far, 0.5..1) < 'rate=0.1&push=1'.far"`,
    'run="toy/instant?gain=3" expect="dark > 9"',
  );
  expect(found.map(({ key }) => key)).toEqual([
    "fast.far < slow.far; toy/branching; 40 steps; seed 1",
    "a.fast.far < b.fast.far; a = toy/branching, b = toy/branching?push=1; 40 steps; seed 1",
    "mean('rate=0.1&push=0'.far, 0.5..1) < 'rate=0.1&push=1'.far; toy/cells; 40 steps; seed 1",
    "dark > 9; toy/instant?gain=3; seed 1",
  ]);
});

describe("what the demo does not have is refused", () => {
  test.each([
    [
      'run="toy/branching" steps="40" expect="far < 1"',
      "no metric or measure “far” (it has slow.height, slow.far, fast.height, fast.far)",
    ],
    ['run="toy/branching" steps="40" expect="fats.far < 1"', "no metric or measure “fats.far”"],
    [
      'run="toy/branching?rate=0.2" steps="40" expect="fast.far < 1"',
      "decides “rate” in its branches: no run can set it",
    ],
    [
      'run="toy/branching" expect="fast.far < 1"',
      'has steps: say after how many, as in steps="40"',
    ],
    ['run="toy/branching" steps="41" expect="fast.far < 1"', "stops after 40 steps"],
    ['run="toy/instant" steps="9" expect="dark < 1"', 'has no steps: leave steps="9" out'],
    ['run="toy/instant?gain=99" expect="dark < 1"', "Gain: 99 is outside 0 to 9"],
  ])("%s", (attributes, problem) => {
    expect(() => gather(attributes)).toThrow(problem);
  });
});

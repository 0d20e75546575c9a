/** Which run is meant, and how long it is. */
import { describe, expect, test } from "vitest";
import { UsageError } from "../../../scripts/machine/usage.ts";
import { stepsOf, targetOf } from "../../../scripts/repro/target.ts";
import { branching, instant } from "../../fixtures/kinds.ts";

const demos = [instant, branching];

describe("the steps of a run", () => {
  test("are as asked, or as the link has it, or the demo's own", () => {
    expect(stepsOf(targetOf("toy/branching", demos))).toBe(40);
    expect(stepsOf(targetOf("toy/branching?stop=7", demos))).toBe(7);
    expect(stepsOf(targetOf("toy/branching?stop=7", demos), 9)).toBe(9);
  });
  test("are none where the demo has none, and asking for some is refused", () => {
    const target = targetOf("toy/instant?gain=3", demos);
    expect(stepsOf(target)).toBe(0);
    expect(() => stepsOf(target, 5)).toThrow(UsageError);
    expect(() => stepsOf(target, 5)).toThrow("toy/instant has no steps: leave --steps out.");
  });
});

test("a run's record for a demo that has no run is refused", () => {
  for (const text of ["?instant.receipt=AQEj", "?instant.receipt="])
    expect(() => targetOf(text, demos)).toThrow(
      "The run in this link cannot be replayed: this figure computes at once and has no run",
    );
  expect(() => targetOf("toy/instant?stop=5", demos)).toThrow("no setting “stop”");
});

test("a link that was escaped as HTML means the same run; one that says a setting twice is refused", () => {
  const query = "branching.seed=7&branching.stop=9";
  const meant = targetOf(`https://site.example/toy/?${query}`, demos);
  expect(meant).toMatchObject({ seed: 7, stop: 9, demo: branching });
  expect(targetOf(`/toy/?${query.replaceAll("&", "&amp;")}`, demos)).toEqual(meant);
  expect(targetOf("toy/branching?seed=7&amp;stop=9", demos)).toEqual(meant);
  expect(() => targetOf("toy/branching?seed=7&seed=9", demos)).toThrow("“seed” twice");
});

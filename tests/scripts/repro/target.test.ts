/** How long a run is. */
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

/** Runs and quantities of claims as readers read them, in the words of the demos. */
import type { Claim } from "../../src/claims/claim.ts";
import { curveName, type Curve, type Quantity, type Span } from "../../src/claims/expectation.ts";
import { curvesOfDemo } from "../../src/contract/branches.ts";
import type { Demo } from "../../src/contract/demo.ts";
import type { Param, Wire } from "../../src/contract/params.ts";
import type { Demos } from "./demo-programs.ts";
import { ownParams, runParams } from "./schedule.ts";

/** The preset with these settings, or the settings that differ from the defaults. */
function runWords(demo: Demo, params: Wire): string {
  const preset = Object.values(demo.presets ?? {}).find(
    ({ values }) => JSON.stringify(ownParams(demo, values)) === JSON.stringify(params),
  );
  if (preset) return preset.label;
  const words = Object.entries(params).map(
    ([name, value]) => `${demo.params[name]!.label} ${valueWords(demo.params[name]!, value)}`,
  );
  return words.join(", ") || "default settings";
}

function valueWords({ control, unit }: Param<unknown>, value: string): string {
  if (control.kind === "drawings" || control.kind === "points") return "as in the link";
  const option = control.kind === "choice" && control.options.find((each) => each.value === value);
  return `${option ? option.label : value}${unit ? ` ${unit}` : ""}`;
}

export const claimRunWords = ({ runs }: Claim, demos: Demos): string[] =>
  runs
    .filter((run) => run !== undefined)
    .map((run) => runWords(demos[run.demo]!, runParams(demos[run.demo]!, run)));

/** "a: earth-mover distance, mean over the second half" */
export function quantityWords(quantity: Quantity, { runs, steps }: Claim, demos: Demos): string {
  const label = (curve: Curve): string => {
    const { run } = curve;
    const demo = demos[runs[run === "b" ? 1 : 0]!.demo]!;
    const { label: words } = curvesOfDemo(demo)[curveName(curve)]!;
    return run ? `${run}: ${words}` : words;
  };
  const of = label(quantity.of);
  switch (quantity.kind) {
    case "end":
      return steps === 0 ? of : `${of}, at the end`;
    case "mean":
      return `${of}, mean ${spanWords(quantity.span)}`;
    case "min":
      return `${of}, least ${spanWords(quantity.span)}`;
    case "max":
      return `${of}, most ${spanWords(quantity.span)}`;
    case "rank":
      return `rank correlation of ${of} and ${label(quantity.and)}, ${spanWords(quantity.span)}`;
  }
}

function spanWords([from, to]: Span): string {
  if (from === 0 && to === 1) return "over the run";
  if (from === 0.5 && to === 1) return "over the second half";
  if (from === 0 && to === 0.5) return "over the first half";
  const percent = (share: number): string => `${Number((100 * share).toPrecision(3))} %`;
  return `from ${percent(from)} to ${percent(to)} of the run`;
}

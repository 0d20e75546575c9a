/** Runs and quantities of claims as readers read them, in the words of the demos. */
import type { Claim } from "../../src/claims/claim.ts";
import type { Curve, Quantity, Span } from "../../src/claims/expectation.ts";
import type { Demo } from "../../src/contract/demo.ts";
import type { Wire } from "../../src/contract/params.ts";
import type { Demos } from "./demo-programs.ts";
import { ownParams, runParams } from "./schedule.ts";

/** The preset with these settings, or the settings that differ from the defaults. */
function runWords(demo: Demo, params: Wire): string {
  const preset = Object.values(demo.presets).find(
    ({ values }) => JSON.stringify(ownParams(demo, values)) === JSON.stringify(params),
  );
  if (preset) return preset.label;
  const words = Object.entries(params).map(([name, value]) => {
    const { label, control, unit } = demo.params[name]!;
    const option =
      control.kind === "choice" && control.options.find((each) => each.value === value);
    return `${label} ${option ? option.label : value}${unit ? ` ${unit}` : ""}`;
  });
  return words.join(", ") || "default settings";
}

export const claimRunWords = ({ runs }: Claim, demos: Demos): string[] =>
  runs
    .filter((run) => run !== undefined)
    .map((run) => runWords(demos[run.demo]!, runParams(demos[run.demo]!, run)));

/** "a: earth-mover distance, mean over the second half" */
export function quantityWords(quantity: Quantity, { runs }: Claim, demos: Demos): string {
  const label = ({ run, name }: Curve): string => {
    const { metrics, measures } = demos[runs[run === "b" ? 1 : 0]!.demo]!;
    const { label: words } = (metrics[name] ?? measures[name])!;
    return run ? `${run}: ${words}` : words;
  };
  const of = label(quantity.of);
  switch (quantity.kind) {
    case "end":
      return `${of}, at the end`;
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

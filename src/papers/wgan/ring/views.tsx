import type { ReactNode } from "react";
import { meansBetween, rankCorrelation, zeroSince } from "../../../contract/curve-arithmetic.ts";
import { last } from "../../../contract/last.ts";
import type { NDArray } from "../../../contract/array.ts";
import { weightsFile } from "../../../contract/trained.ts";
import type { Snapshot, Views } from "../../../contract/view.ts";
import { Scatter } from "../../../ui/Scatter.tsx";
import type { Goal } from "../../../ui/ScatterMarks.tsx";
import { notYetMeasured } from "../../../ui/not-yet-measured.ts";
import {
  formatCount,
  formatCounted,
  formatFixed,
  formatNumber,
} from "../../../ui/format-number.ts";
import { demo, FIELD_REACH, MODES } from "./demo.ts";

type Ring = Snapshot<typeof demo>;

function describe({ outputs, values, series, step }: Ring): string {
  if (!outputs.made) return "An empty plane: nothing was drawn yet.";
  const field =
    values.loss === "wgan"
      ? "The shading is the critic’s value: the generator pushes its points towards the higher side."
      : "The shading is the discriminator’s logit: its zero line is where it cannot tell.";
  const covered =
    series.modes.values.length > 0
      ? `; at step ${series.modes.steps.at(-1)} they reached ${last(series.modes)} of the data’s modes`
      : "";
  return `Real points in blue and made points in orange, after ${step} steps: the made points lie around ${centre(outputs.made.data)}${covered}. ${field}`;
}

/** Mean and spread of a cloud, as words. */
function centre(points: Float32Array): string {
  const n = points.length / 2;
  const sum = [0, 0];
  const squares = [0, 0];
  for (let i = 0; i < points.length; i++) {
    sum[i % 2]! += points[i]!;
    squares[i % 2]! += points[i]! ** 2;
  }
  const [x, y] = sum.map((s) => s / n) as [number, number];
  const spread = Math.sqrt(Math.max(0, (squares[0]! + squares[1]!) / n - x * x - y * y));
  return `(${formatFixed(x, 1)}, ${formatFixed(y, 1)}) with a spread of ${spread.toFixed(1)}`;
}

/** The modes, and whether the drawn points cover them. */
function goalsOf(goals: NDArray, made: Float32Array): Goal[] {
  return Array.from({ length: goals.data.length / 4 }, (_, k) => {
    const [x, y, reach, needed] = goals.data.subarray(4 * k) as unknown as number[];
    let within = 0;
    for (let i = 0; i < made.length; i += 2)
      if ((made[i]! - x!) ** 2 + (made[i + 1]! - y!) ** 2 <= reach! ** 2) within += 1;
    return { at: [x!, y!], reach: reach!, met: within >= needed! };
  });
}

/** Of the points that are drawn; the measure in the chart counts others, at its own steps. */
const counted = (goals: readonly Goal[], step: number): string =>
  `${goals.filter(({ met }) => met).length} of ${goals.length} modes ticked at step ${formatCount(step)}`;

function outside(made: Float32Array): string {
  let count = 0;
  for (let i = 0; i < made.length; i += 2)
    if (!(Math.max(Math.abs(made[i]!), Math.abs(made[i + 1]!)) <= FIELD_REACH)) count += 1;
  return count === 0 ? "" : `${count} outside`;
}

/** A critic’s values from the middle of them: only differences mean something, and the middle drifts. */
function fromMiddle(values: Float32Array): Float32Array {
  const known = centred.get(values);
  if (known) return known;
  const middle =
    (values.reduce((a, b) => Math.max(a, b)) + values.reduce((a, b) => Math.min(a, b))) / 2;
  const shifted = values.map((value) => value - middle);
  centred.set(values, shifted);
  return shifted;
}
const centred = new WeakMap<Float32Array, Float32Array>();

/** ours: steps in which the critic’s first weights are forgotten, which is many times steeper than any after it. */
const SETTLED = 100;

const side = { label: "", domain: [-FIELD_REACH, FIELD_REACH] } as const;
const NONE = new Float32Array();

const NAMES = { wgan: "WGAN", gan: "GAN" };
const REPORTERS = { wgan: "critic", gan: "discriminator" };
/** Fewer measures than this show no trend. */
const ROWS_FOR_A_TREND = 8;
/** Words for a rank correlation. */
const VERDICTS = [
  { above: 0.5, says: "rose and fell with it" },
  { above: 0.2, says: "tended to move with it" },
  { above: -0.2, says: "said nothing about it" },
  { above: Number.NEGATIVE_INFINITY, says: "moved against it" },
];

/** How the reported loss went with the exact distance over the run, in words; of one that is dead, that it is. */
function agreement({ series, values }: Ring): string {
  const reporter = REPORTERS[values.loss];
  const dead = zeroSince(series.estimate);
  if (dead !== null)
    return ` The estimate has been 0 since step ${formatCount(dead)}: the ${reporter} is flat.`;
  const distances = [...series.em.values].slice(1);
  if (distances.length < ROWS_FOR_A_TREND) return "";
  const rho = rankCorrelation(meansBetween(series.estimate, series.em), distances);
  if (Number.isNaN(rho)) return "";
  const verdict = VERDICTS.find(({ above }) => rho > above)!.says;
  return ` Over this run the ${reporter}’s estimate ${verdict} (rank correlation ${formatFixed(rho, 2)}).`;
}

/** The answer to the demo's question, from the numbers of this run. */
function finding(snapshot: Ring): string {
  const { series, values, begunFrom } = snapshot;
  if (series.em.values.length === 0)
    return notYetMeasured(snapshot, "Press Run: the answer is measured from your own run.");
  const modes = `${last(series.modes)} of ${MODES[values.data]} modes`;
  const distance = formatNumber(last(series.em));
  const floor = formatNumber(last(series.floor));
  const trained = weightsFile(demo, values) ? " from trained weights" : "";
  const start = begunFrom ? ` from the weights in ${begunFrom.name}` : trained;
  // Of the last measure, not of the step under way.
  return `After ${formatCounted(series.em.steps.at(-1)!, "generator step")}${start} the ${NAMES[values.loss]} covers ${modes}, at an exact earth-mover distance of ${distance} (two batches of real points: ${floor}).${agreement(snapshot)}`;
}

export const views: Views<typeof demo, ReactNode> = {
  views: [
    {
      label: ({ loss }) => (
        <>
          <span className="lp-word lp-tone-made">Made</span> and{" "}
          <span className="lp-word lp-tone-real">real</span> over the{" "}
          <span>{loss === "wgan" ? "critic’s value" : "discriminator"}</span>
        </>
      ),
      needs: ["real", "made", "field", "push", "goals"],
      draw({ outputs: { real, made, field, push, goals }, values, former, precomputed, step }) {
        const wgan = values.loss === "wgan";
        const points = made?.data ?? NONE;
        const modes = goals && goalsOf(goals, points);
        return (
          <Scatter
            run={precomputed || step < SETTLED ? null : former}
            x={{ ...side, label: "x₁" }}
            y={{ ...side, label: "x₂" }}
            corners={[modes ? counted(modes, step) : "", outside(points)]}
            goals={modes}
            pushes={push && { label: "push", at: points, by: push.data }}
            {...(field && {
              field: {
                label: wgan ? "f(x)" : "logit D(x)",
                values: wgan ? fromMiddle(field.data) : field.data,
                rows: field.shape[0]!,
                columns: field.shape[1]!,
                // A critic’s zero means nothing, since only differences count; a discriminator’s is D = ½.
                scale: wgan ? "sequential" : "diverging",
              },
            })}
            clouds={[
              { label: "made", tone: "made", mark: "dot", xy: points },
              // On top, where rings leave the dots below them to be seen.
              { label: "real", tone: "real", mark: "ring", xy: real?.data ?? NONE },
            ]}
          />
        );
      },
      describe,
    },
  ],
  finding,
};

import type { ReactNode } from "react";
import { meansBetween, rankCorrelation } from "../../../contract/curve-arithmetic.ts";
import { last } from "../../../contract/last.ts";
import { weightsFile } from "../../../contract/trained.ts";
import type { Snapshot, Views } from "../../../contract/view.ts";
import { formatNumber } from "../../../ui/format-number.ts";
import { Scatter } from "../../../ui/Scatter.tsx";
import { demo, FIELD_REACH, MODES } from "./demo.ts";

type Ring = Snapshot<typeof demo>;

const NAMES = { wgan: "WGAN", gan: "GAN" };
/** Fewer measures than this show no trend. */
const ROWS_FOR_A_TREND = 8;
/** Words for a rank correlation. */
const VERDICTS = [
  { above: 0.5, says: "rose and fell with it" },
  { above: 0.2, says: "tended to move with it" },
  { above: -0.2, says: "said nothing about it" },
  { above: Number.NEGATIVE_INFINITY, says: "moved against it" },
];

const name = ({ values }: Ring): string => NAMES[values.loss];

/** How the reported loss went with the exact distance over the run, in words. */
function agreement({ series, values }: Ring): string {
  const distances = [...series.em.values].slice(1);
  if (distances.length < ROWS_FOR_A_TREND) return "";
  const rho = rankCorrelation(meansBetween(series.estimate, series.em), distances);
  if (Number.isNaN(rho)) return "";
  const reporter = values.loss === "wgan" ? "critic’s estimate" : "discriminator’s estimate";
  const verdict = VERDICTS.find(({ above }) => rho > above)!.says;
  return ` Over this run the ${reporter} ${verdict} (rank correlation ${rho.toFixed(2)}).`;
}

function finding(snapshot: Ring): string {
  const { series, step, values, phase, begunFrom } = snapshot;
  if (series.em.values.length === 0) {
    return phase === "idle"
      ? "Press Run: the answer is measured from your own run."
      : "The first measurement is under way.";
  }
  const modes = `${last(series.modes)} of ${MODES[values.data]} modes`;
  const distance = formatNumber(last(series.em));
  const floor = formatNumber(last(series.floor));
  const trained = weightsFile(demo, values) ? " from trained weights" : "";
  const start = begunFrom ? ` from the weights in ${begunFrom.name}` : trained;
  return `After ${formatNumber(step)} generator steps${start} the ${name(snapshot)} covers ${modes}, at an exact earth-mover distance of ${distance} (two batches of real points: ${floor}).${agreement(snapshot)}`;
}

function describe({ outputs, values, series, step }: Ring): string {
  if (!outputs.made) return "An empty plane: nothing was drawn yet.";
  const field =
    values.loss === "wgan"
      ? "The shading is the critic’s value: the generator pushes its points towards the higher side."
      : "The shading is the discriminator’s logit: its zero line is where it cannot tell.";
  const covered =
    series.modes.values.length > 0 ? ` and reach ${last(series.modes)} of the data’s modes` : "";
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
  return `(${x.toFixed(1)}, ${y.toFixed(1)}) with a spread of ${spread.toFixed(1)}`;
}

const side = { label: "", domain: [-FIELD_REACH, FIELD_REACH] } as const;

export const views: Views<typeof demo, ReactNode> = {
  views: [
    {
      label: "Points over the critic’s value",
      needs: ["real", "made", "field"],
      draw({ outputs: { real, made, field }, values }) {
        return (
          <Scatter
            x={{ ...side, label: "x₁" }}
            y={{ ...side, label: "x₂" }}
            {...(field && {
              field: {
                label: values.loss === "wgan" ? "critic f(x)" : "logit of D(x)",
                values: field.data,
                rows: field.shape[0]!,
                columns: field.shape[1]!,
                // A critic’s zero means nothing, since only differences count; a discriminator’s is D = ½.
                scale: values.loss === "wgan" ? "sequential" : "diverging",
              },
            })}
            clouds={[
              { label: "made", tone: "made", mark: "dot", xy: made?.data ?? [] },
              // On top, where rings leave the dots below them to be seen.
              { label: "real", tone: "real", mark: "ring", xy: real?.data ?? [] },
            ]}
          />
        );
      },
      describe,
    },
  ],
  finding,
};

import type { ReactNode } from "react";
import { last } from "../../../contract/last.ts";
import type { Hand, Snapshot, Views } from "../../../contract/view.ts";
import { formatFixed, formatNumber } from "../../../ui/format-number.ts";
import { CursorCurves, type Curves, type Row } from "../../../ui/parts/CursorCurves.tsx";
import { MassPlan } from "../../../ui/parts/MassPlan.tsx";
import { ShiftedLines } from "../../../ui/parts/ShiftedLines.tsx";
import { demo, FARTHEST, PLACES } from "./demo.ts";

type Shown = Snapshot<typeof demo>;

const HEIGHT = "10.5rem";
const two = (x: number): string => formatFixed(x, 2);
const klOf = ({ series }: Shown): number => 1 / last(series.inverseKL) - 1;
const klText = (KL: number): string => (KL > 1e6 ? "∞" : formatNumber(KL));
const isLines = ({ values }: Shown): boolean => values.what === "lines";
const isCompared = ({ series }: Shown): boolean => series.W.values.length > 0;

/** What stands beside the curves, in their order. */
function rows(shown: Shown): Row[] {
  if (!isCompared(shown)) return [];
  const { series, values } = shown;
  const slope = (x: number): string => `slope ${x > 0 ? "+" : ""}${two(x)}`;
  const lines = isLines(shown);
  const KL = klOf(shown);
  const at0 = lines && values.theta === 0 && values.sigma === 0;
  const slopes = lines
    ? [series.slopeW, series.slopeJS, series.slopeTV, series.slopeKL].map((each, row) =>
        at0 || (row === 3 && KL > 1e6) ? "no slope" : slope(last(each)),
      )
    : [];
  return [
    { name: "W", value: last(series.W), text: last(series.W).toFixed(2), more: slopes[0] },
    { name: "JS", value: last(series.JS), text: last(series.JS).toFixed(3), more: slopes[1] },
    { name: "δ", value: last(series.TV), text: last(series.TV).toFixed(2), more: slopes[2] },
    { name: "KL", value: KL, text: klText(KL), more: slopes[3] },
  ];
}

/** Of lines alone. */
function curvesOf(shown: Shown): Curves | undefined {
  const data = shown.outputs.curves?.data;
  if (!isLines(shown) || !data) return undefined;
  const { theta, sigma } = shown.values;
  return {
    data,
    each: data.length / 4,
    across: [-FARTHEST, FARTHEST],
    top: 1.25,
    ticks: { across: [-FARTHEST, FARTHEST], up: [0.5, 1] },
    cursor: theta,
    jump: sigma === 0,
  };
}

const ALIKE = 1e-6;

function aboutLines(shown: Shown): string {
  const { series, values } = shown;
  const { theta, sigma } = values;
  if (theta === 0)
    return sigma === 0
      ? "The lines are one and all distances are 0. Move the model a hair: W hardly grows, JS jumps to log 2, δ to 1 and KL to infinity."
      : "The lines are one and all distances are 0. Drag the model away.";
  const W = `W = ${last(series.W).toFixed(2)} has slope ${formatFixed(Math.sign(theta), 0)}`;
  if (sigma === 0)
    return `${W}: it points back to the data. JS = log 2 and δ = 1 have slope 0 wherever the model is, and KL is infinite: there are data, but no model.`;
  const slope = Math.abs(last(series.slopeJS));
  const js = `JS = ${last(series.JS).toFixed(3)} has slope ${two(last(series.slopeJS))}`;
  return `${W}, as everywhere. ${js}: ${slope < 0.05 ? "so far away it is flat, and says nothing" : "thick lines overlap, and it points back too"}. KL = ${formatNumber(klOf(shown))}, finite now.`;
}

function aboutHeaps(shown: Shown): string {
  const { series } = shown;
  const [W, JS, TV, missing] = [series.W, series.JS, series.TV, series.missing].map(last) as [
    number,
    number,
    number,
    number,
  ];
  if (TV < ALIKE) return "Data and model are one: nothing has to move, and all four are 0.";
  const plan = `The cheapest plan moves mass by ${W.toFixed(2)} on average: that is W`;
  if (TV > 1 - ALIKE)
    return `${plan}. No place has both, so JS = log 2, δ = 1 and KL = ∞ wherever the heaps lie: W alone notices how far.`;
  const kl =
    missing > ALIKE
      ? `KL is infinite: ${Math.round(100 * missing)} % of the data have no model`
      : `KL = ${klText(klOf(shown))}: all data have some model`;
  return `${plan}. JS = ${JS.toFixed(3)} and δ = ${TV.toFixed(2)} see how much differs, not how far. ${kl}.`;
}

function draw(shown: Shown, hand: Hand<typeof demo>): ReactNode {
  const { values, outputs } = shown;
  if (isLines(shown))
    return (
      <ShiftedLines
        height={HEIGHT}
        farthest={FARTHEST}
        theta={values.theta}
        sigma={values.sigma}
        onInput={(theta) => hand.input({ theta })}
        onCommit={(theta) => hand.commit({ theta })}
      />
    );
  return (
    <MassPlan
      height={HEIGHT}
      p={values.p.data}
      q={values.q.data}
      plan={outputs.plan?.data}
      onInput={(which, data) => hand.input({ [which]: { shape: [PLACES, 1], data } })}
      onCommit={(which, data) => hand.commit({ [which]: { shape: [PLACES, 1], data } })}
    />
  );
}

const heap = (data: Float32Array): string =>
  Array.from(data, (mass, i) => `${mass.toFixed(2)} at ${i}`).join(", ");

export const views: Views<typeof demo, ReactNode> = {
  views: [
    {
      label: ({ what }) => (what === "lines" ? "Drag the model’s line" : "Drag the heaps’ ends"),
      needs: ["plan"],
      asSet: true,
      draw,
      describe: (shown) =>
        isLines(shown)
          ? `The data lie on a line at 0, the model on a parallel one at ${two(shown.values.theta)}.`
          : `Data: ${heap(shown.values.p.data)}. Model: ${heap(shown.values.q.data)}. Between them the cheapest plan.`,
    },
    {
      label: ({ what }) => (what === "lines" ? "Distance against θ" : "Distances"),
      needs: ["curves"],
      asSet: true,
      draw: (shown) => <CursorCurves height={HEIGHT} rows={rows(shown)} curves={curvesOf(shown)} />,
      describe: (shown) =>
        `${rows(shown)
          .map(({ name, text, more }) => [`${name} = ${text}`, more].filter(Boolean).join(", "))
          .join("; ")}.`,
    },
  ],
  finding: (shown) => {
    if (!isCompared(shown)) return "Drag the model.";
    return isLines(shown) ? aboutLines(shown) : aboutHeaps(shown);
  },
};

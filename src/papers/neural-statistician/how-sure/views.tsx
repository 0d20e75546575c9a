import type { ReactNode } from "react";
import { last } from "../../../contract/last.ts";
import type { Snapshot, Views } from "../../../contract/view.ts";
import { formatFixed, formatNumber } from "../../../ui/format-number.ts";
import { CursorCurves, type Row } from "../../../ui/parts/CursorCurves.tsx";
import { PosteriorLine, type Bell } from "../../../ui/parts/PosteriorLine.tsx";
import { ACROSS, demo, LARGEST } from "./demo.ts";

type Shown = Snapshot<typeof demo>;

const HEIGHT = "10.5rem";
/** Three digits, as many as a precomputed picture keeps. */
const three = (x: number): string => formatFixed(x, Math.abs(x) < 1 ? 3 : Math.abs(x) < 10 ? 2 : 1);
const isKnown = ({ series }: Shown): boolean => series.S.values.length > 0;
/** In the list so many items are named: more would lie on the curves. */
const NAMED = 4;

/** The set in words, in the order of the list. */
function setText({ values, outputs }: Shown): string {
  const D = [...(outputs.D?.data ?? [])];
  const named = D.slice(0, NAMED).map((item) => formatNumber(values.x.data[item] ?? 0));
  return `D = {${named.join(", ")}${D.length > NAMED ? ", …" : ""}}${values.order > 0 ? ", shuffled" : ""}`;
}

/** Of each item its copies, those that count first. */
function stacksOf({ values, outputs }: Shown): boolean[][] {
  const D = [...(outputs.D?.data ?? [])];
  return Array.from(values.x.data, (_, item) => {
    const counted = D.filter((each) => each === item).length;
    return Array.from({ length: Math.max(1, values.copies, counted) }, (_each, k) => k < counted);
  });
}

function bellsOf(shown: Shown): Bell[] {
  if (!isKnown(shown)) return [];
  const { series } = shown;
  return [
    {
      name: "exact",
      mean: last(series.mean),
      variance: last(series.variance),
      tone: "real",
    },
    {
      name: "from v",
      mean: last(series.qMean),
      variance: last(series.qVariance),
      tone: "made",
      dash: "7 3",
    },
  ];
}

function rowsOf(shown: Shown): Row[] {
  if (!isKnown(shown)) return [];
  const { series } = shown;
  const [exact, q, lost] = [last(series.variance), last(series.qVariance), last(series.lost)];
  return [
    { name: "exact", value: exact, text: three(exact), more: `mean ${three(last(series.mean))}` },
    { name: "from v", value: q, text: three(q), more: `mean ${three(last(series.qMean))}` },
    { name: "lost", value: lost, text: three(lost), more: "nats of bound" },
  ];
}

/** What a shuffled list has changed. */
const ofOrder = ({ values }: Shown): string =>
  values.order > 0 ? " The order changes nothing: v is a mean." : "";

function finding(shown: Shown): string {
  return isKnown(shown) ? `${aboutSize(shown)}${ofOrder(shown)}` : "Copy the items.";
}

function aboutSize(shown: Shown): string {
  const { series, values } = shown;
  const [S, exact, q, lost] = [series.S, series.variance, series.qVariance, series.lost].map(
    (each) => last(each),
  ) as [number, number, number, number];
  const items = `${S} item${S === 1 ? "" : "s"}`;
  if (values.told)
    return `F is told that there are ${items}: from v and S it gives the exact answer, with variance ${three(exact)}. Nothing is lost.`;
  if (S === values.trained)
    return `${items}, as many as in training: F’s answer from v is the exact one, with variance ${three(exact)}. Nothing is lost.`;
  const sure = S > values.trained ? "not sure enough" : "far too sure";
  return `${items} make${S === 1 ? "s" : ""} the exact variance ${three(exact)}; from v it is ${three(q)}, as for ${values.trained}: ${sure}. The bound loses ${three(lost)} nats.`;
}

export const views: Views<typeof demo, ReactNode> = {
  views: [
    {
      label: "Drag the items; above them, where c is",
      needs: ["D"],
      asSet: true,
      draw: (shown, hand) => (
        <PosteriorLine
          height={HEIGHT}
          across={ACROSS}
          items={shown.values.x.data}
          stacks={stacksOf(shown)}
          bells={bellsOf(shown)}
          words={
            isKnown(shown)
              ? [
                  setText(shown),
                  `v = (${formatNumber(last(shown.series.v1))}, ${formatNumber(last(shown.series.v2))})`,
                ]
              : []
          }
          onInput={(data) => hand.input({ x: { shape: [data.length, 1], data } })}
          onCommit={(data) => hand.commit({ x: { shape: [data.length, 1], data } })}
        />
      ),
      describe: (shown) =>
        isKnown(shown)
          ? `${setText(shown)}. The exact posterior of c has mean ${three(last(shown.series.mean))} and variance ${three(last(shown.series.variance))}; what F makes of v has mean ${three(last(shown.series.qMean))} and variance ${three(last(shown.series.qVariance))}.`
          : "Items on a line.",
    },
    {
      label: "Variance of c against the size of the set",
      needs: ["variances"],
      asSet: true,
      draw: (shown) => {
        const data = shown.outputs.variances?.data;
        const S = isKnown(shown) ? last(shown.series.S) : 1;
        return (
          <CursorCurves
            height={HEIGHT}
            rows={rowsOf(shown)}
            curves={
              data && {
                data,
                each: LARGEST,
                across: [1, LARGEST],
                top: 0.6,
                ticks: { across: [1, 4, 8, 12, LARGEST], up: [0.2, 0.4] },
                cursor: Math.min(S, LARGEST),
                says: `S = ${S}`,
              }
            }
          />
        );
      },
      describe: (shown) =>
        rowsOf(shown)
          .map(({ name, text }) => `${name}: ${text}`)
          .join("; "),
    },
  ],
  finding,
};

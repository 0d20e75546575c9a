import type { ReactNode } from "react";
import type { NDArray } from "../../../contract/array.ts";
import { last } from "../../../contract/last.ts";
import type { Hand, Snapshot, Views } from "../../../contract/view.ts";
import { isAtRest } from "../../../ui/at-rest.ts";
import { formatCounted, formatFixed, formatNumber } from "../../../ui/format-number.ts";
import { LEVELS } from "../../../ui/parts/class-marks.ts";
import { DataUnits } from "../../../ui/parts/DataUnits.tsx";
import { densities } from "../../../ui/parts/densities.ts";
import { Grip } from "../../../ui/parts/Grip.tsx";
import { Histogram } from "../../../ui/parts/Histogram.tsx";
import { Layer } from "../../../ui/parts/Layer.tsx";
import { NumbersBelow } from "../../../ui/parts/NumbersBelow.tsx";
import { Named } from "../../../ui/parts/PictureRow.tsx";
import { PointCloud } from "../../../ui/parts/PointCloud.tsx";
import { Stage } from "../../../ui/parts/Stage.tsx";
import type { Span } from "../../../ui/parts/stage-box.ts";
import { percent } from "../../../ui/percent.ts";
import { type demo, FAMILIES, FAMILY_NAMES, MEANS, VARIANCES } from "./demo.ts";

type Sets = Snapshot<typeof demo>;
type SetsHand = Hand<typeof demo>;

/** Sets around the reader's that are asked for their families. */
const NEAR = 8;
/** Contexts are drawn to this far from 0 along each axis: their prior is standard normal. */
const REACH = 2.5;
/** Numbers that the histograms show, and in how many bins. */
const SHOWN: Span = [-5, 5];
const BINS = 40;
/** Of density, at the top, unless a column is higher; the foot, a share of that, is room for handles. */
const TOP = 1;
const FOOT = -0.2;

/** Column j of [n, 3]. */
const cause = ({ data }: NDArray, i: number, j: number): number => data[3 * i + j]!;

/** Number of its family; a precomputed picture has it rounded. */
const familyOf = (causes: NDArray, i: number): number => Math.round(cause(causes, i, 0));

/** Marks by level of column j; a level is named by its middle. */
const levels = ([low, high]: Span, j: number) => {
  const step = (high - low) / LEVELS;
  return {
    scale: "levels",
    names: Array.from({ length: LEVELS }, (_, k) => formatNumber(low + (k + 0.5) * step)),
    classOf: (causes: NDArray, i: number): number =>
      Math.min(LEVELS - 1, Math.max(0, Math.floor((cause(causes, i, j) - low) / step))),
  } as const;
};

/** By what points are marked. */
const SCALES = {
  family: { scale: "kinds", names: FAMILY_NAMES, classOf: familyOf },
  mean: levels(MEANS, 1),
  variance: levels(VARIANCES, 2),
} as const;

/** The contexts nearest to the reader's set, the nearest first. */
function nearestSets({ outputs: { contexts, ownContext } }: Sets): number[] {
  if (!contexts || !ownContext) return [];
  const distance = (i: number): number =>
    [0, 1, 2].reduce((sum, k) => sum + (contexts.data[3 * i + k]! - ownContext.data[k]!) ** 2, 0);
  return [...Array(contexts.shape[0]).keys()]
    .sort((i, j) => distance(i) - distance(j))
    .slice(0, NEAR);
}

function Cloud({ shown }: { readonly shown: Sets }) {
  const { contexts, causes, ownContext } = shown.outputs;
  if (!contexts || !causes) return null;
  const { scale, names, classOf } = SCALES[shown.values.colour];
  return (
    <PointCloud
      label="Contexts of sets"
      points={contexts}
      axes={["c₁", "c₂", "c₃"]}
      reach={REACH}
      classes={Array.from({ length: contexts.shape[0]! }, (_, i) => classOf(causes, i))}
      scale={scale}
      names={names}
      {...(ownContext && {
        mark: { label: "your set", at: ownContext, near: nearestSets(shown) },
      })}
      nameOf={(i) =>
        `${FAMILY_NAMES[familyOf(causes, i)]}, mean ${formatFixed(cause(causes, i, 1), 2)}, variance ${cause(causes, i, 2).toFixed(2)}`
      }
    />
  );
}

function OwnSet({ shown, hand }: { readonly shown: Sets; readonly hand: SetsHand }) {
  const { values, outputs } = shown;
  const sigma = Math.sqrt(values.V);
  const handles = [
    { label: "Mean", tone: "real", at: values.mean, set: (mean: number) => ({ mean }) },
    {
      label: "Mean and one standard deviation",
      tone: "third",
      at: values.mean + sigma,
      set: (x: number) => ({ V: Math.max(0, x - values.mean) ** 2 }),
    },
  ] as const;
  const columns = [outputs.own, outputs.made].flatMap((set) =>
    set ? densities(set.data, SHOWN, BINS) : [],
  );
  const top = Math.max(TOP, 1.05 * Math.max(0, ...columns));
  const grips = (top * FOOT) / 2;
  return (
    <>
      <Stage
        label="Your set, and new numbers from its context"
        box={[SHOWN, [top * FOOT, top]]}
        height="9.5rem"
        axes={<NumbersBelow span={SHOWN} numbers={[-4, -2, 0, 2, 4]} label="number" />}
      >
        {outputs.own && (
          <Histogram
            label="Your set"
            values={outputs.own.data}
            bins={BINS}
            tone="real"
            mark="columns"
          />
        )}
        {outputs.made && (
          <Histogram
            label="New numbers from its context"
            values={outputs.made.data}
            bins={BINS}
            tone="made"
            mark="outline"
          />
        )}
        <Layer className="lp-flow">
          <DataUnits>
            <path d={`M${values.mean} ${grips}h${sigma}M${SHOWN[0]} 0H${SHOWN[1]}`} />
          </DataUnits>
        </Layer>
        {handles.map(({ label, tone, at, set }) => (
          <Grip
            key={label}
            label={label}
            way="x"
            tone={tone}
            at={[at, grips]}
            step={0.05}
            onInput={([x]) => hand.input(set(x))}
            onCommit={([x]) => hand.commit(set(x))}
          />
        ))}
      </Stage>
      <p className="lp-picture-foot">
        <Named tone="real">Columns</Named>: your set of <span>{values.items}</span>.{" "}
        <Named tone="made">Line</Named>: new numbers, from its context alone. Drag{" "}
        <Named tone="real">the mean</Named> or <Named tone="third">the spread</Named>.
      </p>
    </>
  );
}

/** "5 Laplace, 3 Gaussian". */
function families({ outputs: { causes } }: Sets, sets: readonly number[]): string {
  const counts = new Map<string, number>();
  for (const i of sets) {
    const name = FAMILY_NAMES[familyOf(causes!, i)]!;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([name, count]) => `${count} ${name}`)
    .join(", ");
}

/** Of the reader's set. */
const ownName = ({ values: { family } }: Sets): string =>
  family === "bumps" ? "two-bump" : FAMILY_NAMES[FAMILIES.indexOf(family)]!;

/** What the networks have learned from so far. */
function after(start: Sets["values"]["start"], steps: number): string {
  if (start === "fresh") return `after ${formatCounted(steps, "step")}`;
  return steps === 0 ? "as trained before" : `after ${formatCounted(steps, "more step")}`;
}

/** R² in words: the share of the differences that a map accounts for, none where it is worse than the average. */
const explained = (fit: Sets["series"]["meanFit"]): string => percent(Math.max(0, last(fit)));

function finding(shown: Sets): string {
  const { series, outputs, values } = shown;
  if (!outputs.causes || !outputs.ownContext || series.purity.values.length === 0)
    return "The networks are loading.";
  const near = isAtRest(shown)
    ? ` Nearest to your ${values.items} ${ownName(shown)} numbers: ${families(shown, nearestSets(shown))}.`
    : "";
  return `${percent(last(series.purity))} of a set’s neighbours are of its family (by chance 25 %), ${after(values.start, series.purity.steps.at(-1)!)}. One straight map for all families explains ${explained(series.meanFit)} of how means differ, ${explained(series.varianceFit)} of how variances do.${near}`;
}

export const views: Views<typeof demo, ReactNode> = {
  views: [
    {
      label: ({ colour }) => `A point is a set, marked by ${colour}`,
      needs: ["contexts", "causes", "ownContext"],
      draw: (shown) => <Cloud shown={shown} />,
      describe: ({ outputs: { contexts }, values }) =>
        contexts
          ? `Contexts of ${contexts.shape[0]} fresh sets, marked by ${values.colour}.`
          : "The networks are loading.",
    },
    {
      label: "Your set, and new numbers from its context",
      needs: ["own", "made"],
      draw: (shown, hand) => <OwnSet shown={shown} hand={hand} />,
      describe: ({ values: { items, mean, V } }) =>
        `${items} numbers drawn with mean ${formatNumber(mean)} and variance ${formatNumber(V)}, and new ones.`,
    },
  ],
  finding,
};

import type { ReactNode } from "react";
import { last } from "../../../contract/last.ts";
import type { NDArray } from "../../../contract/array.ts";
import type { Hand, Snapshot, View, Views } from "../../../contract/view.ts";
import { formatFixed, formatNumber } from "../../../ui/format-number.ts";
import { CircleLabels } from "../../../ui/parts/CircleLabels.tsx";
import { FieldArrows } from "../../../ui/parts/FieldArrows.tsx";
import { Grip } from "../../../ui/parts/Grip.tsx";
import { Layer } from "../../../ui/parts/Layer.tsx";
import { alongChord, degreesAt, placeAt, placesOf } from "../../../ui/parts/on-circle.ts";
import { Named } from "../../../ui/parts/PictureRow.tsx";
import { Stage } from "../../../ui/parts/Stage.tsx";
import type { Box, Place } from "../../../ui/parts/stage-box.ts";
import { useStage } from "../../../ui/parts/stage-scale.ts";
import type { Tone } from "../../../ui/tone.ts";
import { demo } from "./demo.ts";

type Pull = Snapshot<typeof demo>;
type Loss = "out" | "in";

/** px: for a height of 200. */
const WIDTH = 344;
const BOX: Box = [
  [-2.34, 2.34],
  [-1.12, 1.6],
];
const ANCHOR: Place = [0, 1];
/** Numbers stand above the hint. */
const WITHIN = [-0.7, 1.5] as const;
/** Length of the arrow of weight 1: the circle's diameter. They begin at the edge of the anchor's dot, which would hide short ones. */
const WHOLE = 2;
const EDGE = 0.12;
const LABELS = { out: "Outer sum (SupCon)", in: "Inner sum" } as const;
const HINTS = { out: ["drag any", "point"], in: ["weight 1 would", "span the circle"] };
/** A colour is what a point does to the anchor, not which set it is of: that is its letter. */
const TONES = { pull: "real", push: "made" } as const;
const SET_NAMES = ["zp", "zn"] as const;
type SetName = (typeof SET_NAMES)[number];
const ONE = { zp: "Positive", zn: "Negative" } as const;
const LETTER = { zp: "p", zn: "n" } as const;

/** As many decimals as the note gives: a weight is at most 1. One that would be all zeros is a power of ten. */
function weightText(weight: number): string {
  const size = Math.abs(weight);
  if (size > 0 && size < 5e-5) return formatNumber(weight, 1);
  return formatFixed(weight, size < 0.1 ? 4 : 3);
}
/** With a word where a positive is treated as a negative. */
const numberOf = (set: SetName, weight: number | undefined): string =>
  weight === undefined ? "" : `${weightText(weight)}${set === "zp" && weight < 0 ? ", away" : ""}`;
const toneOf = (set: SetName, weight = 0): Tone =>
  set === "zn" || weight < 0 ? TONES.push : TONES.pull;
const cosineText = (degrees: number): string =>
  `cosine ${formatFixed(Math.cos((degrees * Math.PI) / 180), 2)}`;

const weightsOf = ({ outputs }: Pull, loss: Loss, set: SetName): NDArray | undefined =>
  set === "zp" ? outputs[loss] : outputs.push;

const pulledBy = (at: Place, weight: number) => alongChord(ANCHOR, at, weight, EDGE);

/** One of the other views, and what it does to the anchor. */
interface Point {
  readonly set: SetName;
  readonly k: number;
  readonly at: Place;
  readonly weight: number | undefined;
  readonly tone: Tone;
}

interface CircleProps {
  readonly shown: Pull;
  readonly hand: Hand<typeof demo>;
  readonly loss: Loss;
}

function Circle({ shown, hand, loss }: CircleProps) {
  const { values } = shown;
  const points = SET_NAMES.flatMap((set) =>
    Array.from(values[set].data, (degrees, k): Point => {
      const weight = weightsOf(shown, loss, set)?.data[k];
      return { set, k, at: placeAt(degrees), weight, tone: toneOf(set, weight) };
    }),
  );
  const moved = (set: SetName, k: number, to: Place): Partial<Pull["values"]> => {
    const { shape, data } = values[set];
    const next = data.slice();
    next[k] = degreesAt(to);
    return { [set]: { shape, data: next } };
  };
  return (
    <Stage label={LABELS[loss]} box={BOX} width={WIDTH} bare>
      <Ground places={points.map(({ at }) => at)} loss={loss} shown={shown} />
      {Object.values(TONES).map((tone) => {
        const arrows = points.filter((point) => point.tone === tone && point.weight !== undefined);
        const chords = arrows.map(({ at, weight }) => pulledBy(at, weight!));
        return (
          <FieldArrows
            key={tone}
            label="weight"
            at={placesOf(chords.map(({ from }) => from))}
            vectors={placesOf(chords.map(({ by }) => by))}
            full={1}
            longest={WHOLE / (BOX[0][1] - BOX[0][0])}
            tone={tone}
            unkeyed
          />
        );
      })}
      {points.map(({ set, k, at, tone }) => (
        <Grip
          key={`${set}${k}`}
          label={`${ONE[set]} ${k + 1}`}
          valueText={cosineText(values[set].data[k]!)}
          tone={tone}
          at={at}
          step={0.02}
          onInput={(to) => hand.input(moved(set, k, to))}
          onCommit={(to) => hand.commit(moved(set, k, to))}
        />
      ))}
      <Together pulls={points.filter(({ set }) => set === "zp")} />
      <Anchor />
      <CircleLabels
        within={WITHIN}
        labels={points.map(({ set, k, at, tone, weight }) => ({
          at,
          tone,
          name: `${LETTER[set]}${k + 1}`,
          text: numberOf(set, weight),
        }))}
      />
    </Stage>
  );
}

/** The circle, chords from the anchor, and what the loss comes to. */
function Ground({ shown, loss, places }: Omit<CircleProps, "hand"> & { places: readonly Place[] }) {
  const { x, y, width, height } = useStage();
  const value = shown.outputs.losses?.data[loss === "out" ? 0 : 1];
  const budget = last(shown.series.budget);
  return (
    <Layer>
      <ellipse
        cx={x(0)}
        cy={y(0)}
        rx={width(1)}
        ry={height(1)}
        fill="none"
        stroke="var(--rule-strong)"
      />
      {places.map(([px, py], k) => (
        // A chord is its place.
        // oxlint-disable-next-line react/no-array-index-key
        <line key={k} x1={x(0)} y1={y(1)} x2={x(px)} y2={y(py)} stroke="var(--rule)" />
      ))}
      <text x={x(0)} y={y(1)} dy="-0.75em" textAnchor="middle" fontWeight="600">
        anchor
      </text>
      {value !== undefined && (
        <text x={x(0)} y={y(0.06)} textAnchor="middle">
          <tspan x={x(0)}>loss {value.toFixed(3)}</tspan>
          {["all p sum to", weightText(budget)].map((line) => (
            <tspan key={line} x={x(0)} dy="1.35em" fill="var(--ink-soft)">
              {line}
            </tspan>
          ))}
        </text>
      )}
      <text x="0" y="100%" dy="-1.75em">
        {HINTS[loss].map((line, k) => (
          <tspan key={line} x="0" dy={k > 0 ? "1.35em" : undefined} fill="var(--ink-soft)">
            {line}
          </tspan>
        ))}
      </text>
    </Layer>
  );
}

/** Over the arrows that start there. */
function Anchor() {
  const { x, y } = useStage();
  return (
    <Layer>
      <circle cx={x(0)} cy={y(1)} r="5.5" fill="var(--ink)" />
    </Layer>
  );
}

/** That all arrows of the positives lie on one another. */
function Together({ pulls }: { readonly pulls: readonly Point[] }) {
  const { x, y } = useStage();
  const [first] = pulls;
  if (!first?.weight || pulls.length < 2) return null;
  const apart = ({ at }: Point): number => Math.hypot(at[0] - first.at[0], at[1] - first.at[1]);
  if (pulls.some((point) => apart(point) > 0.02)) return null;
  const { from, by } = pulledBy(first.at, first.weight);
  return (
    <Layer>
      <text x={x(from[0] + by[0])} y={y(from[1] + by[1])} dx="6" dy="1em" fontWeight="600">
        <tspan fill={`var(--data-${first.tone})`}>× {pulls.length}</tspan>
      </text>
    </Layer>
  );
}

const view = (loss: Loss): View<typeof demo, ReactNode> => ({
  label: () => (
    <>
      {LABELS[loss]}: <Named tone={TONES.pull}>pulls</Named>,{" "}
      <Named tone={TONES.push}>pushes</Named>
    </>
  ),
  needs: [loss, "push", "losses"],
  asSet: true,
  draw: (shown, hand) => <Circle shown={shown} hand={hand} loss={loss} />,
  describe: (shown) =>
    `${SET_NAMES.map((set) =>
      Array.from(
        shown.values[set].data,
        (degrees, k) =>
          `${ONE[set]} ${k + 1}, ${cosineText(degrees)}: ${weightText(weightsOf(shown, loss, set)?.data[k] ?? 0)}`,
      ).join("; "),
    ).join(". ")}. Positive weights pull the anchor, negative ones push it away.`,
});

/** Cosines of a class that is at one place, as far as a drag can tell. */
const SAME = 0.002;

function finding({ series, values }: Pull): string {
  if (series.S.values.length === 0) return "Move a point.";
  const cosines = Array.from(values.zp.data, (degrees) => Math.cos((degrees * Math.PI) / 180));
  const budget = last(series.budget);
  const total = `Each loss pulls with 1 − S = ${formatNumber(budget)} in all`;
  if (Math.max(...cosines) - Math.min(...cosines) < SAME)
    return `${total}. All positives are equally near, so both losses pull them alike.`;
  const out = [last(series.out1), last(series.out2), last(series.out3)];
  const inner = [last(series.in1), last(series.in2), last(series.in3)];
  const most = (weights: readonly number[]): number => weights.indexOf(Math.max(...weights));
  const [hardest, favourite] = [most(out), most(inner)];
  const pushed = out.flatMap((weight, k) => (weight < 0 ? [`p${k + 1}`] : []));
  const off = pushed.length > 0 ? ` and pushes off ${pushed.join(" and ")}` : "";
  return `${total}: the inner gives ${Math.round((100 * inner[favourite]!) / budget)} % to p${favourite + 1}, the nearest; the outer pulls p${hardest + 1}, the farthest, hardest (${weightText(out[hardest]!)}, not ${weightText(inner[hardest]!)})${off}.`;
}

export const views: Views<typeof demo, ReactNode> = { views: [view("out"), view("in")], finding };

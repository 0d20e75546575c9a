import type { ReactNode } from "react";
import type { NDArray } from "../../../contract/array.ts";
import { last } from "../../../contract/curve-arithmetic.ts";
import type { Hand, Snapshot, Views } from "../../../contract/view.ts";
import { formatNumber } from "../../../ui/format-number.ts";
import { DrawingPad } from "../../../ui/parts/DrawingPad.tsx";
import { FilterGrid } from "../../../ui/parts/FilterGrid.tsx";
import { Grip } from "../../../ui/parts/Grip.tsx";
import { Captioned, Named, PictureRow, WithStrips } from "../../../ui/parts/PictureRow.tsx";
import { Pixels } from "../../../ui/parts/Pixels.tsx";
import { cellsBox, type Box, type Span } from "../../../ui/parts/stage-box.ts";
import { Stage } from "../../../ui/parts/Stage.tsx";
import { StageBorder, StageLetter } from "../../../ui/parts/StageLetter.tsx";
import { turned } from "../../../ui/parts/turned.ts";
import { demo, ROOM, SEEN, SIDE } from "./demo.ts";

type Look = Snapshot<typeof demo>;
type Handed = Hand<typeof demo>;

/** CSS px a pixel of the image. */
const SCALE = 4.5;
const ROOMY = ROOM.before + SIDE - 1 + ROOM.after;
const WIDTH = ROOMY * SCALE;
/** Of a strip, CSS px across. */
const STRIP = 34;
const IMAGE = cellsBox(SIDE, SIDE);
const ACROSS: Span = [-ROOM.before, SIDE - 1 + ROOM.after];
const DOWN: Span = [ACROSS[1], ACROSS[0]];
/** Pixels between the window’s side and the handle that moves it. */
const OFF_SIDE = 2;

/** Half of the window’s width, pixels. */
const halfOf = ({ N, delta }: Look["values"]): number => ((N - 1) * delta) / 2;

const rangeUpTo = (...arrays: readonly NDArray[]): Span => [
  0,
  Math.max(1e-6, ...arrays.flatMap(({ data }) => [...data])),
];

/** The filters as they act. */
function Filters({ look: { values, outputs } }: { readonly look: Look }) {
  const { grid, deviation } = outputs;
  if (!grid || !deviation) return null;
  const N = grid.shape[1]!;
  return (
    <FilterGrid
      across={[...grid.data.subarray(0, N)]}
      down={[...grid.data.subarray(N)]}
      deviation={deviation.data[0]!}
      scale={SCALE}
      tone={values.mixed ? "fourth" : "made"}
    />
  );
}

/** Moves the side of the window, and so the stride; none where the side lies beyond the stage. */
function StrideGrip({ look: { values }, hand }: { readonly look: Look; readonly hand: Handed }) {
  const { gX, gY, N, delta } = values;
  const reach = halfOf(values) + OFF_SIDE;
  const side = [1, -1].find(
    (way) => gX + way * reach <= ACROSS[1] && gX + way * reach >= ACROSS[0],
  );
  if (side === undefined) return null;
  const at = gX + side * reach;
  const strideAt = (to: number): { delta: number } => {
    const half = Math.abs(to - gX) - OFF_SIDE;
    return { delta: demo.params.delta.parse(((2 * half) / (N - 1)).toFixed(3)).value };
  };
  return (
    <>
      <StageLetter tone="made" at={[at, gY]} dy={-20}>
        δ
      </StageLetter>
      <Grip
        label="Stride δ, by the window’s side"
        valueText={`${formatNumber(delta)} pixels`}
        way="x"
        tone="made"
        at={[at, gY]}
        step={0.25}
        onInput={([to]) => hand.input(strideAt(to))}
        onCommit={([to]) => hand.commit(strideAt(to))}
      />
    </>
  );
}

function CentreGrip({ look: { values }, hand }: { readonly look: Look; readonly hand: Handed }) {
  const { gX, gY } = values;
  return (
    <>
      <Grip
        label="Window’s centre g"
        valueText={`${formatNumber(gX)} across, ${formatNumber(gY)} down`}
        tone="made"
        at={[gX, gY]}
        size={2 * halfOf(values)}
        step={0.25}
        onInput={([a, b]) => hand.input({ gX: a, gY: b })}
        onCommit={([a, b]) => hand.commit({ gX: a, gY: b })}
      />
      <StageLetter tone="made" at={[gX, gY]} dy={-18}>
        g
      </StageLetter>
    </>
  );
}

function Window({ look, hand }: { readonly look: Look; readonly hand: Handed }) {
  const { values, outputs } = look;
  const { FX, FY } = outputs;
  const picture = values.picture === "drawing" ? values.drawing : outputs.x;
  const N = FX?.shape[0] ?? values.N;
  const range = FX && FY ? rangeUpTo(FX, FY) : ([0, 1] as const);
  const beside: Box = [[0, N], DOWN];
  const below: Box = [ACROSS, [N, 0]];
  const middle = (-0.5 - ROOM.before) / 2;
  return (
    <WithStrips
      right={
        <Stage bare box={beside} width={STRIP} height={`${WIDTH}px`}>
          {FY && (
            <Pixels
              values={turned(FY)}
              scale="sequential"
              range={range}
              at={[[0, N], IMAGE[1]]}
              label="F_Y: rows of the image from top to bottom, a filter a column."
            />
          )}
          <StageBorder of={[[0, N], IMAGE[1]]} />
          <StageLetter at={[N / 2, middle]}>
            F<tspan dy="3">Y</tspan>
          </StageLetter>
        </Stage>
      }
      below={
        <Stage bare box={below} width={WIDTH} height={`${STRIP}px`}>
          {FX && (
            <Pixels
              values={FX}
              scale="sequential"
              range={range}
              at={[IMAGE[0], [N, 0]]}
              label="F_X: columns of the image from left to right, a filter a row."
            />
          )}
          <StageBorder of={[IMAGE[0], [N, 0]]} />
          <StageLetter at={[middle, N / 2]}>
            F<tspan dy="3">X</tspan>
          </StageLetter>
        </Stage>
      }
    >
      <Stage label="The window on the picture" bare box={[ACROSS, DOWN]} width={WIDTH}>
        {picture && <Pixels values={picture} scale="ink" at={IMAGE} label={nameOf(look)} />}
        <StageBorder of={IMAGE} />
        <Filters look={look} />
        <CentreGrip look={look} hand={hand} />
        <StrideGrip look={look} hand={hand} />
      </Stage>
    </WithStrips>
  );
}

const nameOf = ({ values: { picture, digit } }: Look): string =>
  picture === "drawing" ? "Your drawing" : `A ${Math.floor(digit / 10)} of MNIST`;

function describeWindow(look: Look): string {
  const { values, series } = look;
  const { N, gX, gY, delta, sigma2 } = values;
  const across = series.first.values.length
    ? ` Across, they lie from ${formatNumber(last(series.first))} to ${formatNumber(last(series.last))}.`
    : "";
  return `${nameOf(look)} under a window of ${N} by ${N} grid points around ${formatNumber(gX)} across and ${formatNumber(gY)} down, ${formatNumber(delta)} pixels apart, with filters of variance ${formatNumber(sigma2)}.${across} Along the sides the filters F_Y and F_X, aligned with the rows and the columns that they weigh.`;
}

function describeReading({ outputs: { patch, painted } }: Look): string {
  if (!patch || !painted) return "Nothing was read yet.";
  const [most, brightest] = [rangeUpTo(patch)[1], rangeUpTo(painted)[1]];
  return `A patch of ${patch.shape.join(" by ")} numbers up to ${formatNumber(most)}, and the image that the same filters paint from it, shown from 0 to its brightest pixel, ${formatNumber(brightest)}.`;
}

const plural = (n: number, one: string): string =>
  `${n === 0 ? "no" : n} ${one}${n === 1 ? "" : "s"}`;

/** What the mistakes that are on do, from the numbers. */
function mistakes({ values, series }: Look): string[] {
  const { N, delta, sigma2, mixed, bracket, guard } = values;
  const says: string[] = [];
  if (mixed) {
    const off = delta - 1;
    const way = off > 0 ? "up and to the left" : "down and to the right";
    says.push(
      off === 0
        ? "With δ = 1 the two halves of the mixed-up grid cancel: it lies where it should."
        : `The mixed-up grid lies |δ − 1| = ${formatNumber(Math.abs(off))} pixels too far ${way}, from ${formatNumber(last(series.first))} to ${formatNumber(last(series.last))}: ${plural(last(series.outside), "point")} of ${N ** 2} ${last(series.outside) === 1 ? "is" : "are"} off the image.`,
    );
  }
  if (bracket) {
    const made = 2 * sigma2 ** 2;
    const wide =
      made > sigma2 ? "too wide" : made < sigma2 ? "too narrow" : "just right, at ½ alone";
    says.push(
      `The wrong bracket gives filters of variance 2σ⁴ = ${formatNumber(made)} in place of ${formatNumber(sigma2)}: ${wide}.`,
    );
  }
  if (guard) {
    const lost = last(series.lost);
    says.push(
      lost === 0
        ? "The guarded division does no harm here: no grid point is far enough off the image."
        : `The guarded division has turned ${plural(lost, "row")} of ${2 * N} into zeros, which no gradient brings back.`,
    );
  }
  return says;
}

function finding(look: Look): string {
  const { values, series } = look;
  if (series.first.values.length === 0) return "Drag the window: the answer is computed from it.";
  const { N, delta, sigma2 } = values;
  const wrong = mistakes(look);
  if (wrong.length > 0) return wrong.join(" ");
  const blind = last(series.blind);
  const sigma = Math.sqrt(sigma2);
  const width =
    sigma < delta / 4
      ? "they leave gaps"
      : sigma > delta
        ? "neighbours see nearly the same"
        : "they overlap";
  const columns =
    blind === 0
      ? `Every column has a weight of ${SEEN} or more in some filter`
      : `${blind} of the ${SIDE} columns go unseen, with less than ${SEEN} in every filter`;
  return `It reads ${N ** 2} numbers of an image of ${SIDE ** 2}. Its filters have σ = ${formatNumber(sigma)} at a stride of ${formatNumber(delta)}: ${width}. ${columns}.`;
}

/** What moves what, in the colours of the picture. */
const Key = ({ mixed }: { readonly mixed: boolean }) =>
  mixed ? (
    <>
      <Named tone="made">Frame</Named>: the window as it was set.{" "}
      <Named tone="fourth">Points</Named>: the grid as the mistake lays it.
    </>
  ) : (
    <>
      <Named tone="made">g</Named> moves the window, <Named tone="made">δ</Named> spreads its
      points, <Named tone="made">σ²</Named> widens each filter, γ brightens what is read.
    </>
  );

const F = ({ of, turn = false }: { readonly of: string; readonly turn?: boolean }) => (
  <>
    F<sub>{of}</sub>
    {turn && <sup>⊤</sup>}
  </>
);

/** What goes through the window and back, in the paper’s letters. */
function ReadAndWritten({ look: { values, outputs } }: { readonly look: Look }) {
  const { patch, painted } = outputs;
  const shown = { scale: "ink", width: SIDE * SCALE } as const;
  return (
    <PictureRow foot={<Key mixed={values.mixed} />}>
      <Captioned
        name="read:"
        formula={
          <>
            γ {<F of="Y" />} x {<F of="X" turn />}
          </>
        }
      >
        {patch && <Pixels {...shown} values={patch} label="The patch that is read" />}
      </Captioned>
      <Captioned
        name="write:"
        formula={
          <>
            {<F of="Y" turn />} w {<F of="X" />} / γ
          </>
        }
      >
        {painted && (
          <Pixels
            {...shown}
            values={painted}
            range={rangeUpTo(painted)}
            label="The patch painted back"
          />
        )}
      </Captioned>
    </PictureRow>
  );
}

export const views: Views<typeof demo, ReactNode> = {
  views: [
    {
      label: "Drag the window, pull its side",
      needs: ["x", "grid", "deviation", "FX", "FY"],
      draw: (look, hand) => (
        <PictureRow>
          <Window look={look} hand={hand} />
          {look.values.picture === "drawing" && (
            <DrawingPad
              label="Your drawing"
              values={look.values.drawing}
              onInput={(drawing) => hand.input({ drawing })}
              onCommit={(drawing) => hand.commit({ drawing })}
            />
          )}
        </PictureRow>
      ),
      describe: describeWindow,
    },
    {
      label: "What it reads, and paints back from it",
      needs: ["patch", "painted"],
      draw: (look) => <ReadAndWritten look={look} />,
      describe: describeReading,
    },
  ],
  finding,
};

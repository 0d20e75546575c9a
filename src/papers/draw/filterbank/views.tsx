import { Suspense, type ReactNode } from "react";
import type { NDArray } from "../../../contract/array.ts";
import { last } from "../../../contract/last.ts";
import type { Hand, Snapshot, Views } from "../../../contract/view.ts";
import { formatCounted, formatNumber } from "../../../ui/format-number.ts";
import { latePart } from "../../../ui/late-part.tsx";
import { FilterWindow, type WindowChange } from "../../../ui/parts/FilterWindow.tsx";
import { Captioned, Named, PictureRow } from "../../../ui/parts/PictureRow.tsx";
import { Pixels } from "../../../ui/parts/Pixels.tsx";
import { demo, ROOM, SEEN, SIDE } from "./demo.ts";

// Readers who drag the window over a digit need no pad.
const DrawingPad = latePart("The pad for drawing", () =>
  import("../../../ui/parts/DrawingPad.tsx").then((part) => part.DrawingPad),
);

type Look = Snapshot<typeof demo>;

/** CSS px a pixel of the image. */
const SCALE = 3.75;
/** Pixels fainter than this are not shown as if they were ink. */
const FAINTEST = 0.01;

const brightest = ({ data }: NDArray): number => data.reduce((a, b) => Math.max(a, b), 0);

/** What a hand on the window sets. */
function settings({ centre, stride }: WindowChange): Partial<Look["values"]> {
  if (centre) return { gX: centre[0], gY: centre[1] };
  return { delta: demo.params.delta.parse(stride!.toFixed(3)).value };
}

function Window({ look, hand }: { readonly look: Look; readonly hand: Hand<typeof demo> }) {
  const { values, outputs, asked = values } = look;
  const { FX, FY, grid, deviation } = outputs;
  const N = (grid?.data.length ?? 0) / 2;
  return (
    <FilterWindow
      picture={outputs.x}
      name={nameOf(look)}
      side={SIDE}
      scale={SCALE}
      room={ROOM}
      centre={[values.gX, values.gY]}
      stride={asked.delta}
      points={values.N}
      FX={FX}
      FY={FY}
      filters={
        grid &&
        deviation && {
          across: [...grid.data.subarray(0, N)],
          down: [...grid.data.subarray(N)],
          deviation: deviation.data[0]!,
          tone: values.mixed || values.bracket ? "fourth" : "made",
        }
      }
      onInput={(change) => hand.input(settings(change))}
      onCommit={(change) => hand.commit(settings(change))}
    />
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
  return `${nameOf(look)} under a window of ${N} by ${N} grid points around ${formatNumber(gX)} across and ${formatNumber(gY)} down, ${formatNumber(delta)} apart, with variance ${formatNumber(sigma2)}.${across}`;
}

function describeReading({ outputs: { patch, painted } }: Look): string {
  if (!patch || !painted) return "Nothing was read yet.";
  return `A patch of ${patch.shape.join(" by ")} numbers up to ${formatNumber(brightest(patch))}, and what the same filters paint from it, up to ${formatNumber(brightest(painted))}.`;
}

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
        : `The mixed-up grid lies |δ − 1| = ${formatNumber(Math.abs(off))} pixels too far ${way}, from ${formatNumber(last(series.first))} to ${formatNumber(last(series.last))}: ${formatCounted(last(series.outside), "point")} of ${N ** 2} ${last(series.outside) === 1 ? "is" : "are"} off the image.`,
    );
  }
  if (bracket) {
    const made = 2 * sigma2 ** 2;
    const wide = sigma2 > 0.5 ? "too wide" : sigma2 < 0.5 ? "too narrow" : "right at ½ alone";
    says.push(
      `The wrong bracket gives filters of variance 2σ⁴ = ${formatNumber(made)} in place of ${formatNumber(sigma2)}: ${wide}.`,
    );
  }
  if (guard) {
    const lost = last(series.lost);
    says.push(
      lost === 0
        ? "The guarded division does no harm here: no point is far enough off the image."
        : `The guarded division made ${formatCounted(lost, "row")} of ${2 * N} zeros, which no gradient brings back.`,
    );
  }
  return says;
}

function finding(look: Look): string {
  const { values, series } = look;
  if (series.first.values.length === 0) return "Drag the window.";
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
      ? `Every column is seen, with ${SEEN} or more in some filter`
      : `${blind} of ${SIDE} columns go unseen: below ${SEEN} in all filters`;
  const outside = last(series.outside);
  if (outside === N ** 2)
    return "All of the window lies outside the image. Each filter still sums to 1, so that they read the nearest edge.";
  const off =
    outside > 0
      ? `; ${formatCounted(outside, "grid point")} ${outside === 1 ? "is" : "are"} off the image`
      : "";
  return `It reads ${N ** 2} numbers of ${SIDE ** 2} pixels${off}. Filters of σ = ${formatNumber(sigma)} at a stride of ${demo.params.delta.format(delta)}: ${width}. ${columns}.`;
}

/** What moves what, or what the mistakes have moved, in the colours of the picture. */
const Key = ({ wrong }: { readonly wrong: boolean }) =>
  wrong ? (
    <span key="wrong">
      <Named tone="made">Frame</Named>: as set. <Named tone="fourth">Points</Named>: with the
      mistake.
    </span>
  ) : (
    <span key="right">
      <Named tone="made">g</Named> moves, <Named tone="made">δ</Named> spreads,{" "}
      <Named tone="made">σ</Named>² blurs, γ brightens.
    </span>
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
  const black = painted && Math.max(FAINTEST, brightest(painted));
  return (
    <PictureRow foot={<Key wrong={values.mixed || values.bracket} />}>
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
            {black && <span>{`${formatNumber(1 / black, 2)} · `}</span>}
            {<F of="Y" turn />} w {<F of="X" />} / γ
          </>
        }
      >
        {painted && black && (
          <Pixels {...shown} values={painted} range={[0, black]} label="The patch painted back" />
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
          {(look.asked ?? look.values).picture === "drawing" && (
            <Suspense>
              <DrawingPad
                label="Your drawing"
                values={look.values.drawing}
                onInput={(drawing) => hand.input({ drawing })}
                onCommit={(drawing) => hand.commit({ drawing })}
              />
            </Suspense>
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

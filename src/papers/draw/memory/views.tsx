import type { ReactNode } from "react";
import type { NDArray } from "../../../contract/array.ts";
import { last } from "../../../contract/last.ts";
import type { Snapshot, Views } from "../../../contract/view.ts";
import { formatFixed } from "../../../ui/format-number.ts";
import { Histogram } from "../../../ui/parts/Histogram.tsx";
import { NumbersBelow } from "../../../ui/parts/NumbersBelow.tsx";
import { Named, PictureRow } from "../../../ui/parts/PictureRow.tsx";
import { Stage } from "../../../ui/parts/Stage.tsx";
import type { Box } from "../../../ui/parts/stage-box.ts";
import { Tiles } from "../../../ui/parts/Tiles.tsx";
import { COUNT, type demo } from "./demo.ts";

type Look = Snapshot<typeof demo>;

const KINDS = ["made", "copied", "held"] as const;
const TONES = { made: "made", copied: "third", held: "real" } as const;
const NAMES = { made: "made up", copied: "copies of test digits", held: "test digits" } as const;
/** Digits that are shown. */
const SHOWN = 7;

/** Pixels that differ, of the hundred of a kind. */
const apartOf = ({ data }: NDArray, kind: (typeof KINDS)[number]): Float32Array =>
  data.subarray(KINDS.indexOf(kind) * COUNT, (KINDS.indexOf(kind) + 1) * COUNT);

/** From the nearest to the farthest, at equal distances among the hundred. */
function order(apart: Float32Array): number[] {
  const all = Array.from(apart, (_, i) => i).toSorted((a, b) => apart[a]! - apart[b]!);
  return Array.from({ length: SHOWN }, (_, i) => all[Math.round((i * (COUNT - 1)) / (SHOWN - 1))]!);
}

function picked({ shape, data }: NDArray, which: readonly number[]): NDArray {
  const size = data.length / shape[0]!;
  const kept = new Float32Array(which.length * size);
  for (const [i, k] of which.entries()) kept.set(data.subarray(k * size, (k + 1) * size), i * size);
  return { shape: [which.length, ...shape.slice(1)], data: kept };
}

function Pairs({ values, outputs: { pictures, nearest, apart } }: Look) {
  if (!pictures || !nearest || !apart) return null;
  const numbers = apartOf(apart, values.kind);
  const which = order(numbers);
  const alike = { columns: SHOWN, scale: "ink", range: [0, 1] } as const;
  return (
    <PictureRow foot="Below, the nearest training digit, and how many pixels differ.">
      <Tiles {...alike} label={`Seven ${NAMES[values.kind]}`} values={picked(pictures, which)} />
      <Tiles
        {...alike}
        label="The training digits nearest to them"
        values={picked(nearest, which)}
        labels={which.map((k) => String(numbers[k]))}
      />
    </PictureRow>
  );
}

const BINS = 30;
const BOX: Box = [
  [0, 150],
  [0, 0.04],
];

function Distances({ outputs: { apart } }: Look) {
  return (
    <PictureRow
      foot={
        <>
          <Named tone="made">Made up</Named>, <Named tone="third">copies</Named>,{" "}
          <Named tone="real">test digits</Named>: a hundred each.
        </>
      }
    >
      <Stage
        label="Pixels to the nearest training digit"
        box={BOX}
        height="4rem"
        axes={<NumbersBelow span={BOX[0]} numbers={[0, 50, 100, 150]} label="pixels that differ" />}
      >
        {apart &&
          KINDS.toReversed().map((kind) => (
            <Histogram
              key={kind}
              label={NAMES[kind]}
              values={apartOf(apart, kind)}
              bins={BINS}
              tone={TONES[kind]}
              mark={kind === "held" ? "columns" : "outline"}
            />
          ))}
      </Stage>
    </PictureRow>
  );
}

/** What the preset is about: those made up, the copies, or real digits. */
function finding({ series, values: { kind } }: Look): string {
  if (series.made.values.length === 0) return "Digits are being compared.";
  const says = (name: keyof typeof series): string => formatFixed(last(series[name]), 0);
  const training = "the nearest of 10,000 training digits";
  const nearer = last(series.copied) < last(series.held);
  if (kind === "copied")
    return `A copy of a test digit differs from ${training} in ${says("copied")} pixels, the digit itself in ${says("held")}, a made-up one in ${says("made")}. ${nearer ? "On average copies are nearer than what they copy, which training never saw: a smooth pen may do that." : "Copies are no nearer than what they copy."}`;
  if (kind === "held")
    return `A real test digit, which training never saw, differs from ${training} in ${says("held")} pixels, at least in ${says("leastHeld")}; a made-up one in ${says("made")}, at least in ${says("least")}. ${last(series.made) < last(series.held) ? "Made-up ones are nearer than digits that cannot have been recited." : "Made-up ones are no nearer than digits that cannot have been recited."}`;
  return `A made-up digit differs from ${training} in ${says("made")} pixels, at least in ${says("least")}; a real test digit in ${says("held")}${last(series.least) > 0 ? ": none of the hundred is recited from these" : ""}. But a digit that moves by one pixel differs from itself in ${says("moved")}: recited and moved, it would pass.`;
}

export const views: Views<typeof demo, ReactNode> = {
  views: [
    {
      label: ({ kind }) => `Of a hundred ${NAMES[kind]}`,
      needs: ["pictures", "nearest", "apart"],
      draw: (look) => <Pairs {...look} />,
      describe({ values: { kind }, outputs: { apart } }) {
        if (!apart) return "Nothing is compared yet.";
        const numbers = apartOf(apart, kind);
        return `Seven ${NAMES[kind]} and the training digits nearest to them, which differ in ${order(
          numbers,
        )
          .map((k) => numbers[k])
          .join(", ")} pixels.`;
      },
    },
    {
      label: "How near the nearest training digit is",
      needs: ["apart"],
      draw: (look) => <Distances {...look} />,
      describe({ series }) {
        return `Pixels to the nearest training digit, on average: made up ${formatFixed(last(series.made), 0)}, copies ${formatFixed(last(series.copied), 0)}, test digits ${formatFixed(last(series.held), 0)}.`;
      },
    },
  ],
  finding,
};

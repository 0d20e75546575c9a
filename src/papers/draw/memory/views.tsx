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
import { COUNT, SHOWN, type demo } from "./demo.ts";

type Look = Snapshot<typeof demo>;

const KINDS = ["made", "copied", "held"] as const;
const TONES = { made: "made", copied: "third", held: "real" } as const;
const NAMES = { made: "made up", copied: "copies of test digits", held: "test digits" } as const;
/** Pixels that differ, of the hundred of a kind. */
const apartOf = ({ data }: NDArray, kind: (typeof KINDS)[number]): Float32Array =>
  data.subarray(KINDS.indexOf(kind) * COUNT, (KINDS.indexOf(kind) + 1) * COUNT);

function Pairs({ values, outputs: { pictures, nearest, differ } }: Look) {
  if (!pictures || !nearest || !differ) return null;
  const alike = { columns: SHOWN, scale: "ink", range: [0, 1] } as const;
  return (
    <PictureRow foot="Below, the nearest training digit, and how many pixels differ.">
      <Tiles {...alike} label={`Seven ${NAMES[values.kind]}`} values={pictures} />
      <Tiles
        {...alike}
        label="The training digits nearest to them"
        values={nearest}
        labels={Array.from(differ.data, String)}
      />
    </PictureRow>
  );
}

const BINS = 30;
const BOX: Box = [
  [0, 150],
  [0, 0.032],
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

export const views: Views<typeof demo, ReactNode> = {
  views: [
    {
      label: ({ kind }) => `Of a hundred ${NAMES[kind]}`,
      needs: ["pictures", "nearest", "differ"],
      draw: (look) => <Pairs {...look} />,
      describe: ({ values: { kind }, outputs: { differ } }) =>
        differ
          ? `Seven ${NAMES[kind]} and the training digits nearest to them, which differ in ${differ.data.join(", ")} pixels.`
          : "Nothing is compared yet.",
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
  finding({ series }) {
    if (series.made.values.length === 0) return "Digits are being compared.";
    const says = (name: keyof typeof series): string => formatFixed(last(series[name]), 0);
    return `A made-up digit differs from the nearest of 10,000 training digits in ${says("made")} pixels, at least in ${says("least")}; a real test digit in ${says("held")}${last(series.least) > 0 ? ": none of the hundred is recited from these" : ""}. But a digit that moves by one pixel differs from itself in ${says("moved")}: recited and moved, it would pass.`;
  },
};

import type { ReactNode } from "react";
import type { NDArray } from "../../../contract/array.ts";
import { last } from "../../../contract/last.ts";
import type { Snapshot, Views } from "../../../contract/view.ts";
import { formatNumber } from "../../../ui/format-number.ts";
import { Bars } from "../../../ui/parts/Bars.tsx";
import { Layer } from "../../../ui/parts/Layer.tsx";
import { Named, PictureRow } from "../../../ui/parts/PictureRow.tsx";
import { Stage } from "../../../ui/parts/Stage.tsx";
import { useStage } from "../../../ui/parts/stage-scale.ts";
import { Tiles } from "../../../ui/parts/Tiles.tsx";
import { COUNT, T, type demo } from "./demo.ts";

type Look = Snapshot<typeof demo>;

/** Nats paid for codes until step t, and what the image would cost then; from step 0. */
interface Entry {
  readonly codes: number;
  readonly image: number;
}

/** Of one digit, or the mean of all. */
function entries(codes: NDArray, images: NDArray, digit: number | null): Entry[] {
  const of = ({ data }: NDArray, t: number): number => {
    const row = data.subarray(t * COUNT, (t + 1) * COUNT);
    return digit === null ? row.reduce((sum, nats) => sum + nats, 0) / COUNT : row[digit]!;
  };
  let paid = 0;
  return Array.from({ length: T + 1 }, (_, t) => {
    if (t > 0) paid += of(codes, t - 1);
    return { codes: paid, image: of(images, t) };
  });
}

const STEPS = Array.from({ length: T + 1 }, (_, t) => String(t));
/** Half a bar, of the room for one. */
const HALF = 0.36;
/** Of the stage the share that the highest bar has: above it stand their numbers. */
const BARS = 0.78;

/** Of an image whose pixels all have a chance of one half. */
const HALVES = 784 * Math.LN2;
/** Of the best fixed image, ours: see the note. */
const MEAN_IMAGE = 206;
/** Bounds of Table 2, over MNIST’s test set in a fixed binarisation. */
const PAPER = { without: 87.4, with: 80.97 };

/** What an image costs elsewhere, and here: nats. */
const beside = (mean: readonly Entry[]): Readonly<Record<string, number>> => ({
  "every pixel ½": HALVES,
  "best fixed image": MEAN_IMAGE,
  "DRAW, here": mean[T]!.codes + mean[T]!.image,
  "paper, no window": PAPER.without,
  "paper, windows": PAPER.with,
});

function LedgerBars({
  own,
  mean,
}: {
  readonly own: readonly Entry[];
  readonly mean: readonly Entry[];
}) {
  const { x, y, width, height } = useStage();
  return (
    <Layer>
      {own.map(({ codes, image }, t) => (
        <g key={STEPS[t]}>
          <rect
            x={x(t - HALF)}
            y={y(codes + image)}
            width={width(2 * HALF)}
            height={height(image)}
            fill="var(--data-real)"
            fillOpacity="0.55"
          />
          <rect
            x={x(t - HALF)}
            y={y(codes)}
            width={width(2 * HALF)}
            height={height(codes)}
            fill="var(--data-made)"
          />
          <text x={x(t)} y="0.75rem" textAnchor="middle">
            {(codes + image).toFixed(0)}
          </text>
        </g>
      ))}
      {mean.map(({ codes, image }, t) => (
        <line
          key={STEPS[t]}
          x1={x(t - 0.48)}
          x2={x(t + 0.48)}
          y1={y(codes + image)}
          y2={y(codes + image)}
          stroke="var(--ink)"
          strokeWidth="2"
        />
      ))}
    </Layer>
  );
}

function Ledger({ look }: { readonly look: Look }) {
  const { values, outputs } = look;
  const { codes, images, canvases } = outputs;
  const own = codes && images ? entries(codes, images, values.digit) : [];
  const mean = codes && images ? entries(codes, images, null) : [];
  const highest = Math.max(1, ...[...own, ...mean].map((e) => e.codes + e.image));
  return (
    <PictureRow
      foot={
        <>
          <Named tone="made">Codes</Named> paid, <Named tone="real">image</Named> open. Line: mean
          of 100.
        </>
      }
    >
      <Stage
        bare
        label="Nats after each step"
        box={[
          [-0.5, T + 0.5],
          [0, highest / BARS],
        ]}
        height="5.75rem"
      >
        <LedgerBars own={own} mean={mean} />
      </Stage>
      {canvases && (
        <Tiles
          label="The canvas after each step"
          values={canvases}
          columns={T + 1}
          scale="ink"
          range={[0, 1]}
          labels={STEPS}
        />
      )}
    </PictureRow>
  );
}

function finding({ series, values }: Look): string {
  if (series.mean.values.length === 0) return "The digits are being costed.";
  const nats = (name: keyof typeof series): string => formatNumber(last(series[name]));
  const own = last(series.codes) + last(series.image);
  return `This ${Math.floor(values.digit / 10)} costs ${nats("before")} nats before the first step and ${formatNumber(own)} after ten, of it ${nats("codes")} for the codes. A digit costs ${nats("mean")} on average, of it ${nats("meanCodes")} for codes: ones ${nats("ones")}, ${last(series.dearest)}s ${nats("most")}.`;
}

export const views: Views<typeof demo, ReactNode> = {
  views: [
    {
      label: ({ digit }) => `Nats of one ${Math.floor(digit / 10)}, after each step`,
      needs: ["codes", "images", "canvases"],
      draw: (look) => <Ledger look={look} />,
      describe({ values, outputs: { codes, images } }) {
        if (!codes || !images) return "Nothing is costed yet.";
        const says = entries(codes, images, values.digit).map(
          (e, t) => `${t}: ${e.codes.toFixed(0)} and ${e.image.toFixed(0)}`,
        );
        return `Nats for codes so far and for the image, after each step. ${says.join("; ")}.`;
      },
    },
    {
      label: "Nats an image, beside others",
      needs: ["codes", "images"],
      draw({ outputs: { codes, images } }) {
        if (!codes || !images) return null;
        const rows = beside(entries(codes, images, null));
        return (
          <Bars
            label="Nats an image"
            labels={Object.keys(rows)}
            values={Object.values(rows)}
            range={[0, HALVES]}
            format={(nats) => nats.toFixed(1)}
          />
        );
      },
      describe({ outputs: { codes, images } }) {
        if (!codes || !images) return "Nothing is costed yet.";
        const rows = Object.entries(beside(entries(codes, images, null)));
        return rows.map(([name, nats]) => `${name}: ${nats.toFixed(1)}`).join("; ");
      },
    },
  ],
  finding,
};

import { Suspense, type ReactNode } from "react";
import type { NDArray } from "../../../contract/array.ts";
import { last } from "../../../contract/last.ts";
import type { Hand, Snapshot, Views } from "../../../contract/view.ts";
import { Button } from "../../../ui/Button.tsx";
import { formatNumber } from "../../../ui/format-number.ts";
import { latePart } from "../../../ui/late-part.tsx";
import { Captioned, Named, PictureRow } from "../../../ui/parts/PictureRow.tsx";
import { Pixels } from "../../../ui/parts/Pixels.tsx";
import { Playback } from "../../../ui/parts/Playback.tsx";
import type { Place } from "../../../ui/parts/stage-box.ts";
import { WindowFrame } from "../../../ui/parts/WindowFrame.tsx";
import { WindowPath } from "../../../ui/parts/WindowPath.tsx";
import { DRAWS, SIDE, T, type demo } from "./demo.ts";

// It is of use to those alone who draw.
const DrawingPad = latePart(
  "The pad for drawing",
  async () => (await import("../../../ui/parts/DrawingPad.tsx")).DrawingPad,
);

type Look = Snapshot<typeof demo>;

/** CSS px of a picture of a step. */
const WIDTH = 86;
/** How long each step is shown, ms. */
const EVERY = 700;
const [READS, WRITES] = ["made", "real"] as const;

const picture = ({ data }: NDArray, t: number): NDArray => ({
  shape: [SIDE, SIDE],
  data: data.subarray(t * SIDE ** 2, (t + 1) * SIDE ** 2),
});

const isInk = (ink: number): boolean => ink >= 0.5;

/** x̂, eq. (3): the picture in bits less a canvas. */
const errorImage = ({ data, shape }: NDArray, canvas: NDArray): NDArray => ({
  shape: shape.slice(1),
  data: canvas.data.map((p, i) => Number(isInk(data[i]!)) - p),
});

const middle = ({ data }: NDArray, t: number): Place => [
  data[4 * (t - 1)]!,
  data[4 * (t - 1) + 1]!,
];

/** The window of step t, from 1; before it there is none. */
function frame(windows: NDArray | undefined, t: number, tone: typeof READS | typeof WRITES) {
  if (t === 0 || !windows) return null;
  const [side, deviation] = windows.data.subarray(4 * (t - 1) + 2);
  return <WindowFrame at={middle(windows, t)} side={side!} deviation={deviation!} tone={tone} />;
}

/** What one step sees and leaves. */
function Step({ look, hand }: { readonly look: Look; readonly hand: Hand<typeof demo> }) {
  const { values, outputs } = look;
  const { canvases, reading, writing } = outputs;
  const t = values.shown;
  const until = reading && Array.from({ length: t }, (_, i) => middle(reading, i + 1));
  const reads = frame(reading, t, READS);
  const alike = { width: WIDTH } as const;
  return (
    <PictureRow
      foot={
        <>
          <Named tone={READS}>Reads</Named> through 25 points, and{" "}
          <Named tone={WRITES}>writes</Named> through 25.
        </>
      }
    >
      <Captioned name="sees" formula="x">
        <Pixels
          {...alike}
          values={values.x}
          scale="ink"
          over={
            until && (
              <>
                {reads}
                <WindowPath places={until} tone={READS} />
              </>
            )
          }
        />
      </Captioned>
      <Captioned
        name="error"
        formula={
          <>
            x̂<sub>{Math.max(1, t)}</sub>
          </>
        }
      >
        {canvases && (
          <Pixels
            {...alike}
            values={errorImage(values.x, picture(canvases, Math.max(0, t - 1)))}
            scale="diverging"
            range={[-1, 1]}
            over={reads}
          />
        )}
      </Captioned>
      <Captioned
        name="canvas"
        formula={
          <>
            σ(c<sub>{t}</sub>)
          </>
        }
      >
        {canvases && (
          <Pixels
            {...alike}
            values={picture(canvases, t)}
            scale="ink"
            range={[0, 1]}
            over={frame(writing, t, WRITES)}
          />
        )}
      </Captioned>
      <Playback
        verb="Copy"
        name="step"
        at={t}
        last={T}
        every={EVERY}
        onInput={(next) => hand.input({ shown: next })}
        onCommit={(next) => hand.commit({ shown: next })}
      >
        <Button icon="seed" onPress={() => hand.commit({ noise: (values.noise + 1) % DRAWS })}>
          Noise
        </Button>
      </Playback>
    </PictureRow>
  );
}

const inked = ({ data }: NDArray): boolean => data.some(isInk);

function finding({ series, values }: Look): string {
  if (series.first.values.length === 0) return "Draw: it is copied anew with each stroke.";
  if (!inked(values.x))
    return "The page is empty, and the copy of nothing is nearly nothing: draw a digit.";
  const pixels = (name: "first" | "late" | "wrong" | "left"): string =>
    formatNumber(last(series[name]), 2);
  const [Lx, Lz] = [last(series.Lx), last(series.Lz)];
  return `The first look is ${pixels("first")} pixels wide and the same for every picture. Each later one is set by what has been drawn so far; the last five are ${pixels("late")} wide. In ten steps the error falls from ${pixels("wrong")} pixels to ${pixels("left")}. The copy costs ${formatNumber(Lx + Lz)} nats: ${formatNumber(Lz)} for the codes, ${formatNumber(Lx)} for what they leave open.`;
}

export const views: Views<typeof demo, ReactNode> = {
  views: [
    {
      label: "Draw",
      needs: [],
      draw: ({ values: { x } }, hand) => (
        <Suspense fallback={<Pixels values={x} scale="ink" width={156} />}>
          <DrawingPad
            low
            label="Your digit"
            values={x}
            onInput={(next) => hand.input({ x: next })}
            onCommit={(next) => hand.commit({ x: next })}
          />
        </Suspense>
      ),
      describe: () => "What is to be copied.",
    },
    {
      label: ({ shown }) => (shown === 0 ? "Before step 1" : `Step ${shown} of ${T}`),
      needs: ["canvases", "reading", "writing"],
      draw: (look, hand) => <Step look={look} hand={hand} />,
      describe({ values: { shown }, outputs: { reading, writing } }) {
        if (shown === 0 || !reading || !writing) return "The average digit, before the first step.";
        const at = (windows: NDArray): string =>
          middle(windows, shown)
            .map((n) => formatNumber(n))
            .join(" across and ");
        return `Step ${shown} of ${T} reads picture and error image around ${at(reading)} down, and writes on the canvas around ${at(writing)} down.`;
      },
    },
  ],
  finding,
};

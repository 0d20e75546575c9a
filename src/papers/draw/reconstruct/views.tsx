import type { ReactNode } from "react";
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
import { wayInWords } from "../../../ui/parts/place-in-words.ts";
import { WindowFrame } from "../../../ui/parts/WindowFrame.tsx";
import { WindowPath } from "../../../ui/parts/WindowPath.tsx";
import { DRAWS, SIDE, T, type demo } from "./demo.ts";

// It is of use to those alone who draw.
const DrawingPad = latePart("The pad for drawing", () =>
  import("../../../ui/parts/DrawingPad.tsx").then((part) => part.DrawingPad),
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

const middle = ({ data }: NDArray, t: number): Place => [
  data[4 * (t - 1)]!,
  data[4 * (t - 1) + 1]!,
];

/** What one step sees and leaves. */
function Step({ look, hand }: { readonly look: Look; readonly hand: Hand<typeof demo> }) {
  const {
    values,
    outputs,
    computedWith: { x },
  } = look;
  const { canvases, errors, reading, writing } = outputs;
  const t = values.shown;
  const until = reading && Array.from({ length: t }, (_, i) => middle(reading, i + 1));
  const reads = <WindowFrame windows={reading} row={t - 1} tone={READS} />;
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
          values={x}
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
        {errors && (
          <Pixels
            {...alike}
            values={picture(errors, Math.max(0, t - 1))}
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
            over={<WindowFrame windows={writing} row={t - 1} tone={WRITES} />}
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

/** `"a"`, `"a, b and c"`. */
const listed = (words: readonly string[]): string =>
  [words.slice(0, -1).join(", "), ...words.slice(-1)].filter(Boolean).join(" and ");

/** The way of the read windows. */
function looked({ reading }: Look["outputs"]): string {
  if (!reading) return "";
  const places = Array.from({ length: T }, (_, i) => middle(reading, i + 1));
  const [first, ...later] = wayInWords(places, SIDE);
  return `It looks first at ${first}, whatever is drawn, ${later.length > 0 ? `then at ${listed(later)}` : "and stays there"}. `;
}

function finding({ series, outputs }: Look): string {
  if (series.first.values.length === 0) return "Draw: it is copied anew with each stroke.";
  const number = (name: keyof typeof series): string => formatNumber(last(series[name]), 2);
  if (last(series.ink) === 0)
    return `The page is empty: draw a digit. Every copy begins with the average digit, and here ten steps wipe it off again, but for ${number("left")} pixels of ${number("wrong")}.`;
  const cost = formatNumber(last(series.Lx) + last(series.Lz));
  return `${looked(outputs)}The window narrows from ${number("first")} pixels to ${number("late")} in the last five steps. Of ${number("wrong")} wrong pixels on the average digit, with which every copy begins, ${number("left")} are left. The copy costs ${cost} nats.`;
}

export const views: Views<typeof demo, ReactNode> = {
  views: [
    {
      label: "Draw",
      needs: [],
      asSet: true,
      draw: ({ values: { x } }, hand) => (
        <DrawingPad
          low
          label="Your digit"
          values={x}
          onInput={(next) => hand.input({ x: next })}
          onCommit={(next) => hand.commit({ x: next })}
        />
      ),
      describe: () => "What is to be copied.",
    },
    {
      label: ({ shown }) => (shown === 0 ? "Before step 1" : `Step ${shown} of ${T}`),
      needs: ["canvases", "errors", "reading", "writing"],
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

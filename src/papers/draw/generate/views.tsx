import { useState, type ReactNode } from "react";
import type { NDArray } from "../../../contract/array.ts";
import { last } from "../../../contract/last.ts";
import type { Hand, Snapshot, Views } from "../../../contract/view.ts";
import { Button } from "../../../ui/Button.tsx";
import { formatNumber } from "../../../ui/format-number.ts";
import { Named, PictureRow } from "../../../ui/parts/PictureRow.tsx";
import { Playback } from "../../../ui/parts/Playback.tsx";
import { Tiles } from "../../../ui/parts/Tiles.tsx";
import { WindowFrame } from "../../../ui/parts/WindowFrame.tsx";
import { CODES, COUNT, demo, SIDE, T } from "./demo.ts";

type Look = Snapshot<typeof demo>;
type Drawn = { readonly canvases: NDArray; readonly windows: NDArray };

/** How long each step is shown, ms. */
const EVERY = 450;
/** Names of the steps below the strip. */
const STEPS = Array.from({ length: T + 1 }, (_, t) => String(t));

/** The canvases [COUNT, 28, 28] after step t. */
function after(t: number, { data }: NDArray): NDArray {
  const size = SIDE ** 2;
  const shown = new Float32Array(COUNT * size);
  for (let k = 0; k < COUNT; k++) {
    const from = (k * (T + 1) + t) * size;
    shown.set(data.subarray(from, from + size), k * size);
  }
  return { shape: [COUNT, SIDE, SIDE], data: shown };
}

/** The canvases [T + 1, 28, 28] of digit k. */
function strip(k: number, { data }: NDArray): NDArray {
  const size = (T + 1) * SIDE ** 2;
  return { shape: [T + 1, SIDE, SIDE], data: data.subarray(k * size, (k + 1) * size) };
}

/** The window that wrote step t, from 1, of digit k; before it there was none. */
function frame(k: number, t: number, { data }: NDArray): ReactNode {
  if (t === 0) return null;
  const [gX, gY, side, deviation] = data.subarray(4 * (k * T + t - 1));
  return <WindowFrame at={[gX!, gY!]} side={side!} deviation={deviation!} tone="made" />;
}

function Pictures({ look, hand, drawn }: { look: Look; hand: Hand<typeof demo>; drawn: Drawn }) {
  const [chosen, choose] = useState(0);
  const { values } = look;
  const { canvases, windows } = drawn;
  const t = values.shown;
  return (
    <PictureRow
      foot={
        <>
          Below, the chosen digit. <Named tone="made">Frame</Named>: where a step paints, thick
          where it blurs.
        </>
      }
    >
      <Tiles
        label={`Five digits after step ${t}`}
        values={after(t, canvases)}
        columns={COUNT}
        scale="ink"
        selected={chosen}
        onPress={choose}
        over={(k) => frame(k, t, windows)}
      />
      <Playback
        verb="Draw"
        name="step"
        at={t}
        last={T}
        every={EVERY}
        onInput={(next) => hand.input({ shown: next })}
        onCommit={(next) => hand.commit({ shown: next })}
      >
        <Button
          icon="seed"
          onPress={() => hand.commit({ codes: (values.codes + 1) % CODES, shown: T })}
        >
          Other five
        </Button>
      </Playback>
      <Tiles
        label={`Digit ${chosen + 1} after each step`}
        values={strip(chosen, canvases)}
        columns={T + 1}
        scale="ink"
        labels={STEPS}
        selected={t}
        onPress={(next) => hand.commit({ shown: next })}
        over={(step) => frame(chosen, step, windows)}
      />
    </PictureRow>
  );
}

export const views: Views<typeof demo, ReactNode> = {
  views: [
    {
      label: "Five digits from random codes",
      needs: ["canvases", "windows"],
      draw(look, hand) {
        const { canvases, windows } = look.outputs;
        return canvases && windows ? (
          <Pictures look={look} hand={hand} drawn={{ canvases, windows }} />
        ) : null;
      },
      describe: ({ values: { shown } }) =>
        `Five made-up digits after step ${shown} of ${T}, and below all steps of one of them. A frame on each shows the window of that step.`,
    },
  ],
  finding({ series }) {
    if (series.first.values.length === 0) return "The digits are being drawn.";
    return `No image goes in. Step 0 is the average digit, the same for all; each step adds a patch that a random code asks for, through a window ${formatNumber(last(series.first))} pixels wide at first and ${formatNumber(last(series.late))} in the last five steps, whose middle travels ${formatNumber(last(series.way))} pixels (means of a hundred digits).`;
  },
};

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

/** Canvases by digit and step, as chances of ink, as logits, or as what the step changed. */
function pictures(
  look: Look["values"]["look"],
  { data }: NDArray,
  places: readonly Place[],
): NDArray {
  const size = SIDE ** 2;
  const shown = new Float32Array(places.length * size);
  const chance = (k: number, t: number): Float32Array =>
    data.subarray((k * (T + 1) + t) * size, (k * (T + 1) + t + 1) * size);
  for (const [i, [k, t]] of places.entries()) {
    const [now, before] = [chance(k, t), chance(k, Math.max(0, t - 1))];
    shown.set(
      now.map((p, j) => {
        if (look === "chance") return p;
        return look === "logit" ? logit(p) : p - before[j]!;
      }),
      i * size,
    );
  }
  return { shape: [places.length, SIDE, SIDE], data: shown };
}

/** A digit and how many of its steps were drawn. */
type Place = readonly [number, number];

/** Beyond it a chance is 0 or 1 to the eye. */
const LARGEST_LOGIT = 8;
const logit = (p: number): number =>
  Math.max(-LARGEST_LOGIT, Math.min(LARGEST_LOGIT, Math.log(p / (1 - p))));

const SCALES = {
  chance: { scale: "ink", range: [0, 1] },
  logit: { scale: "diverging", range: [-LARGEST_LOGIT, LARGEST_LOGIT] },
  change: { scale: "diverging", range: [-1, 1] },
} as const;

function Pictures({ look, hand, drawn }: { look: Look; hand: Hand<typeof demo>; drawn: Drawn }) {
  const [chosen, choose] = useState(0);
  const { values } = look;
  const { canvases, windows } = drawn;
  const t = values.shown;
  /** The window that wrote step t, from 1, of digit k; before it there was none. */
  const frame = (k: number, step: number): ReactNode =>
    step > 0 && <WindowFrame windows={windows} row={k * T + step - 1} tone="made" />;
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
        values={pictures(
          values.look,
          canvases,
          Array.from({ length: COUNT }, (_, k) => [k, t] as const),
        )}
        columns={COUNT}
        {...SCALES[values.look]}
        selected={chosen}
        onPress={choose}
        over={(k) => frame(k, t)}
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
        values={pictures(
          values.look,
          canvases,
          STEPS.map((_, step) => [chosen, step] as const),
        )}
        columns={T + 1}
        {...SCALES[values.look]}
        labels={STEPS}
        selected={t}
        onPress={(next) => hand.commit({ shown: next })}
        over={(step) => frame(chosen, step)}
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
  finding({ series, values: { fresh, heat } }) {
    if (series.first.values.length === 0) return "The digits are being drawn.";
    const says = (name: keyof typeof series): string => formatNumber(last(series[name]));
    const apart =
      fresh > 1
        ? ` Two that share the codes before step ${fresh} end ${says("apart")} pixels apart.`
        : ` Two such digits are ${says("apart")} pixels apart.`;
    if (heat !== 1)
      return `Every number of a code has deviation ${formatNumber(heat, 2)}, where training had 1.${apart}`;
    return `No image goes in. Step 0 is the average digit; each step adds a patch that a random code asks for, through a window ${says("first")} pixels wide, later ${says("late")}, whose middle travels ${says("way")}.${apart}`;
  },
};

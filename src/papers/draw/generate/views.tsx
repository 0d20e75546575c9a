import { useState, type ReactNode } from "react";
import type { NDArray } from "../../../contract/array.ts";
import { last } from "../../../contract/last.ts";
import type { Hand, Snapshot, Views } from "../../../contract/view.ts";
import { Button } from "../../../ui/Button.tsx";
import { formatFixed, formatNumber } from "../../../ui/format-number.ts";
import { Named, PictureRow } from "../../../ui/parts/PictureRow.tsx";
import { Playback } from "../../../ui/parts/Playback.tsx";
import { Tiles } from "../../../ui/parts/Tiles.tsx";
import { WindowFrame } from "../../../ui/parts/WindowFrame.tsx";
import { CODES, COUNT, demo, LARGEST_LOGIT, PLACES, STEPS } from "./demo.ts";

type Look = Snapshot<typeof demo>;

interface Shown {
  readonly look: Look;
  readonly hand: Hand<typeof demo>;
}

const LAST = demo.params.shown.fallback;
/** How long each step is shown, ms. */
const EVERY = 450;
/** CSS px of the sheet, and of three pictures beside one another: with what stands below, no higher than five and their steps. */
const [SHEET_WIDTH, THREE] = [186, 290];

const SCALES = {
  chance: { scale: "ink", range: [0, 1] },
  logit: { scale: "diverging", range: [-LARGEST_LOGIT, LARGEST_LOGIT] },
  change: { scale: "diverging", range: [-1, 1] },
} as const;

/** Those pictures of [..., 28, 28]. */
function pictures({ data, shape }: NDArray, which: readonly number[]): NDArray {
  const [rows, columns] = shape.slice(-2) as [number, number];
  const size = rows * columns;
  const shown = new Float32Array(which.length * size);
  for (const [i, k] of which.entries())
    shown.set(data.subarray(k * size, (k + 1) * size), i * size);
  return { shape: [which.length, rows, columns], data: shown };
}

/** Steps of the network, and how many of them are shown. */
function stepsOf({ values: { net, shown } }: Look): { readonly T: number; readonly t: number } {
  const T = STEPS[net];
  return { T, t: Math.min(shown, T) };
}

/** The last step is kept as the default is, of whichever network. */
const keptStep = (look: Look, t: number): number => (t === stepsOf(look).T ? LAST : t);

/** Playing through the steps, and other codes. */
function Steps({ look, hand, other }: Shown & { readonly other: string }) {
  const { T, t } = stepsOf(look);
  return (
    <Playback
      verb="Draw"
      name="step"
      at={t}
      last={T}
      every={EVERY}
      onInput={(shown) => hand.input({ shown })}
      onCommit={(step) => hand.commit({ shown: keptStep(look, step) })}
    >
      <Button
        icon="seed"
        onPress={() => hand.commit({ codes: (look.values.codes + 1) % CODES, shown: LAST })}
      >
        {other}
      </Button>
    </Playback>
  );
}

function Five({ look, hand }: Shown) {
  const [chosen, choose] = useState(0);
  const { values, outputs } = look;
  const { canvases, windows } = outputs;
  if (!canvases) return null;
  const { T, t } = stepsOf(look);
  const names = Array.from({ length: T + 1 }, (_, step) => String(step));
  /** The place of digit k after a step. */
  const at = (k: number, step: number): number => k * (T + 1) + step;
  const all = Array.from({ length: COUNT }, (_, k) => k);
  /** The window that wrote step t, from 1, of digit k; before it there was none. */
  const frame = (k: number, step: number): ReactNode =>
    step > 0 && windows && <WindowFrame windows={windows} row={k * T + step - 1} tone="made" />;
  return (
    <PictureRow
      foot={
        windows ? (
          <span>
            Below, the chosen digit. <Named tone="made">Frame</Named>: where a step paints, thick
            where it blurs.
          </span>
        ) : (
          "Below, the chosen digit. Without windows each step paints everywhere."
        )
      }
    >
      <Tiles
        label={`Five digits after step ${t}`}
        values={pictures(
          canvases,
          all.map((k) => at(k, t)),
        )}
        columns={COUNT}
        {...SCALES[values.look]}
        selected={chosen}
        onPress={choose}
        over={(k) => frame(k, t)}
      />
      <Steps look={look} hand={hand} other="Other five" />
      <Tiles
        label={`Digit ${chosen + 1} after each step`}
        values={pictures(
          canvases,
          names.map((_, step) => at(chosen, step)),
        )}
        columns={T + 1}
        {...SCALES[values.look]}
        labels={names}
        selected={t}
        onPress={(step) => hand.commit({ shown: keptStep(look, step) })}
        over={(step) => frame(chosen, step)}
      />
    </PictureRow>
  );
}

function Sheet({ look, hand }: Shown) {
  const { values, outputs } = look;
  if (!outputs.sheet) return null;
  return (
    <PictureRow>
      <Tiles
        label={`A hundred digits after step ${stepsOf(look).t}`}
        values={outputs.sheet}
        columns={10}
        {...SCALES[values.look]}
        width={SHEET_WIDTH}
      />
      <Steps look={look} hand={hand} other="Other hundred" />
    </PictureRow>
  );
}

function Between({ look, hand }: Shown) {
  const { values, outputs } = look;
  const digits = outputs.between;
  if (!digits) return null;
  const { place, way } = values;
  const ends = PLACES - 1;
  return (
    <PictureRow>
      <Tiles
        label="A digit, a place between, and another digit"
        values={pictures(digits, [0, place, ends])}
        columns={3}
        {...SCALES[values.look]}
        width={THREE}
      />
      <Playback
        verb="Go"
        name="place"
        at={place}
        last={ends}
        every={EVERY / 2}
        onInput={(next) => hand.input({ place: next })}
        onCommit={(next) => hand.commit({ place: next })}
      >
        <Button
          pressed={way === "line"}
          onPress={() => hand.commit({ way: way === "line" ? "circle" : "line" })}
        >
          Straight
        </Button>
        <Button icon="seed" onPress={() => hand.commit({ codes: (values.codes + 1) % CODES })}>
          Other two
        </Button>
      </Playback>
      <Tiles
        label="All places between the two"
        values={digits}
        columns={PLACES}
        {...SCALES[values.look]}
        selected={place}
        onPress={(next) => hand.commit({ place: next })}
      />
    </PictureRow>
  );
}

const PICTURES = {
  five: { draws: Five, label: "Five digits from random codes" },
  sheet: { draws: Sheet, label: "A hundred digits from random codes" },
  between: { draws: Between, label: "Between the codes of two digits" },
} as const;

const DESCRIBED = {
  five: "Five made-up digits after the step shown, and below all steps of one of them. A frame on each shows the window of that step.",
  sheet: "A hundred made-up digits after the step shown, in ten rows.",
  between:
    "Two made-up digits, a digit from a code between theirs, and below eleven such digits in a row.",
} as const;

/** What the code at the chosen place is like. */
function mixed({ outputs: { lengths }, values: { place, way, heat } }: Look): string {
  const ends = PLACES - 1;
  const where = `At ${place} tenths of the way`;
  if (!lengths || place === 0 || place === ends)
    return "An end of the way is a digit from codes of its own. Pull the slider: the codes of all steps are mixed.";
  const length = formatFixed(lengths.data[place]! / (heat || 1), 2);
  return way === "circle"
    ? `${where} along a circle the codes have ${length} of the usual length: as likely a draw as the two ends. Look whether each place is a digit.`
    : `${where} on the straight line the codes have ${length} of the usual length, which draws keep to within a few hundredths: as with a smaller spread.`;
}

export const views: Views<typeof demo, ReactNode> = {
  views: [
    {
      label: ({ picture }) => PICTURES[picture].label,
      needs: ["canvases", "windows", "sheet", "between", "lengths"],
      draw(look, hand) {
        const Draws = PICTURES[look.values.picture].draws;
        return <Draws look={look} hand={hand} />;
      },
      describe(look) {
        const { T, t } = stepsOf(look);
        return `${DESCRIBED[look.values.picture]} Step ${t} of ${T}.`;
      },
    },
  ],
  finding(look) {
    const { series, values } = look;
    const { fresh, heat, picture } = values;
    if (series.first.values.length === 0) return "The digits are being drawn.";
    if (picture === "between") return mixed(look);
    const says = (name: keyof typeof series): string => formatNumber(last(series[name]));
    const apart =
      fresh > 1
        ? ` Two that share ${fresh - 1} codes differ by ${says("apart")} pixels of ink.`
        : ` Two such digits differ by ${says("apart")} pixels of ink.`;
    if (heat !== 1)
      return `Every number of a code has deviation ${formatNumber(heat, 2)}, where training had 1.${apart}`;
    if (values.net === "whole")
      return `No image goes in. Step 0 is the average digit; each step changes the whole canvas, as its random code asks for.${apart}`;
    return `${fresh > 1 ? "" : "No image goes in. "}Step 0 is the average digit; each step adds a patch that a random code asks for, through a window ${says("first")} pixels wide, later ${says("late")}, whose middle travels ${says("way")}.${apart}`;
  },
};

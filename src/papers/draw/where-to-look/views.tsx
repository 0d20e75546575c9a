import type { ReactNode } from "react";
import type { NDArray } from "../../../contract/array.ts";
import { last } from "../../../contract/last.ts";
import { weightsFile } from "../../../contract/trained.ts";
import type { Hand, Snapshot, Views } from "../../../contract/view.ts";
import { isAtRest } from "../../../ui/at-rest.ts";
import { Button } from "../../../ui/Button.tsx";
import { formatCount, formatCounted, formatNumber } from "../../../ui/format-number.ts";
import { Grip } from "../../../ui/parts/Grip.tsx";
import { Named, PictureRow } from "../../../ui/parts/PictureRow.tsx";
import { Pixels } from "../../../ui/parts/Pixels.tsx";
import type { Place } from "../../../ui/parts/stage-box.ts";
import { Tiles } from "../../../ui/parts/Tiles.tsx";
import { WindowFrame } from "../../../ui/parts/WindowFrame.tsx";
import { WindowPath } from "../../../ui/parts/WindowPath.tsx";
import { percent } from "../../../ui/percent.ts";
import { DIGIT, HELD_OUT, PICTURE, USUAL, demo } from "./demo.ts";

type Look = Snapshot<typeof demo>;
type Reach = Hand<typeof demo>;

/** CSS px of the picture. */
const WIDTH = 176;
const [EARLIER, NOW] = ["made", "real"] as const;
/** From the corner where a digit begins to the knob at the opposite one. */
const TO_KNOB = DIGIT - 1;
const MIDDLE = TO_KNOB / 2;

/** Whether another picture is computed at once: by the run that there is, or by one of trained weights. */
const isAnswered = ({ precomputed, values }: Look): boolean =>
  !precomputed || weightsFile(demo, values) !== undefined;

/** The glimpse shown: there may be fewer than asked for. */
const shownOf = ({ shown, T }: Look["values"]): number => Math.min(shown, T);

/** The likeliest digit after glimpse t, from 1, and its chance. */
function guess({ data }: NDArray, t: number): readonly [digit: number, chance: number] {
  const chances = data.subarray(10 * (t - 1), 10 * t);
  const best = chances.indexOf(Math.max(...chances));
  return [best, chances[best]!];
}

const corner = (at: number): number =>
  Math.max(0, Math.min(PICTURE - DIGIT, Math.round(at) - TO_KNOB));

/** The picture, the windows up to the glimpse shown, and the digit to take hold of. */
function Found({ look, hand }: { readonly look: Look; readonly hand: Reach }) {
  const { values, outputs } = look;
  const { x, windows } = outputs;
  if (!x || !windows) return null;
  const { across, down } = values;
  const t = Math.min(shownOf(values), windows.shape[0]!);
  const middles = Array.from({ length: t }, (_, k): Place => [
    windows.data[4 * k]!,
    windows.data[4 * k + 1]!,
  ]);
  const to = ([right, low]: Place) => ({ across: corner(right), down: corner(low) });
  return (
    <PictureRow>
      <Pixels
        values={x}
        scale="ink"
        width={WIDTH}
        over={
          <>
            {Array.from({ length: t - 1 }, (_, k) => k).map((k) => (
              <WindowFrame key={k} windows={windows} row={k} tone={EARLIER} />
            ))}
            <WindowPath places={middles} tone={EARLIER} />
            <WindowFrame windows={windows} row={t - 1} tone={NOW} />
            {isAnswered(look) && (
              <Grip
                label="Digit"
                valueText={`${across} across, ${down} down`}
                tone="third"
                at={[across + TO_KNOB, down + TO_KNOB]}
                step={1}
                onInput={(at) => hand.input(to(at))}
                onCommit={(at) => hand.commit(to(at))}
              >
                <WindowFrame
                  windows={{
                    shape: [1, 4],
                    data: Float32Array.of(across + MIDDLE, down + MIDDLE, DIGIT, 0),
                  }}
                  row={0}
                  tone="third"
                />
              </Grip>
            )}
          </>
        }
      />
    </PictureRow>
  );
}

/** The next held-out digit, somewhere else. */
const another = ({ picked, across, down }: Look["values"]) => ({
  picked: (picked + 1) % HELD_OUT,
  across: (across * 7 + 11) % (PICTURE - DIGIT),
  down: (down * 5 + 17) % (PICTURE - DIGIT),
});

/** What each glimpse sees and what is guessed after it. */
function Seen({ look, hand }: { readonly look: Look; readonly hand: Reach }) {
  const { patches, chances } = look.outputs;
  if (!patches || !chances) return null;
  const T = patches.shape[0]!;
  const says = (t: number): string => {
    const [digit, chance] = guess(chances, t);
    return `${digit}? ${percent(chance)}`;
  };
  return (
    <>
      <Tiles
        label="What the glimpses see, each with the guess after it"
        values={patches}
        columns={Math.max(T, USUAL)}
        scale="ink"
        labels={Array.from({ length: T }, (_, k) => says(k + 1))}
        selected={Math.min(shownOf(look.values), T) - 1}
        onPress={(k) => hand.commit({ shown: k + 1 })}
      />
      <PictureRow
        foot={
          isAnswered(look) ? undefined : "Press Run to drag the digit and to try other pictures."
        }
      >
        {isAnswered(look) && (
          <Button icon="seed" onPress={() => hand.commit(another(look.values))}>
            Another picture
          </Button>
        )}
      </PictureRow>
    </>
  );
}

const SHARES = ["wrong1", "wrong2", "wrong3", "wrong4", "wrong5", "wrong6"] as const;

/** Shares named wrongly after each of the glimpses that there are; none before they are measured. */
const errors = ({ series, values: { T } }: Look): number[] =>
  SHARES.slice(0, T).flatMap((name) => (series[name].values.length ? [last(series[name])] : []));

/** "5.1 ± 1.4 %": with a 95 % interval. */
function measured(share: number): string {
  const half = 1.96 * Math.sqrt((share * (1 - share)) / HELD_OUT);
  return `${formatNumber(100 * share, 2)} ± ${formatNumber(100 * half, 2)} %`;
}

/** What it says of the picture shown. */
function here(look: Look): string {
  const { chances, truth } = look.outputs;
  if (!chances || !truth || !isAtRest(look)) return "";
  const [digit, chance] = guess(chances, chances.shape[0]!);
  const right = truth.data[0] === digit ? "right" : `wrong, it is a ${truth.data[0]}`;
  return ` Here it says ${digit}, with ${percent(chance)}: ${right}.`;
}

function finding(look: Look): string {
  const shares = errors(look);
  if (shares.length === 0) return "The network is loading.";
  const { series, values } = look;
  // Of the last measure, not of the step under way.
  const step = series.wrong1.steps.at(-1)!;
  const wrong = `${measured(shares.at(-1)!)} of ${formatCount(HELD_OUT)} held-out pictures wrong${step > 0 ? ` at step ${formatCount(step)}` : ""}`;
  if (values.T === 1)
    return `With one glimpse, the same for every picture, it names ${wrong}; a blind guess, about 90 %.${here(look)}`;
  if (values.gaze === "nailed")
    return `Nailed to the middle, the window spans the picture in each glimpse: after ${formatCounted(values.T, "glimpse")} it still names ${wrong}.${here(look)}`;
  const each = shares.slice(0, -1).map((share) => formatNumber(100 * share, 2));
  const side = look.outputs.windows?.data[2];
  const first =
    side === undefined || !isAtRest(look)
      ? ""
      : ` The first window is ${formatNumber(side, 2)} of ${PICTURE} pixels wide.`;
  return `After one to ${values.T} glimpses it names ${each.join(", ")} and ${wrong}.${first} The last is ${formatNumber(last(series.wide), 2)} wide on average, and its middle ${formatNumber(last(series.away), 2)} pixels from the digit’s.${here(look)}`;
}

export const views: Views<typeof demo, ReactNode> = {
  views: [
    {
      label: (values) => (
        <>
          <Named tone={NOW}>Window {shownOf(values)}</Named>
          {shownOf(values) > 1 && <Named tone={EARLIER}>, earlier</Named>}
          <Named tone="third">, drag the digit</Named>
        </>
      ),
      needs: ["x", "windows"],
      draw: (look, hand) => <Found look={look} hand={hand} />,
      describe({ values: { across, down }, outputs: { windows } }) {
        const at = Array.from({ length: windows?.shape[0] ?? 0 }, (_, k) => {
          const [gX, gY, side] = windows!.data.subarray(4 * k);
          return `${formatNumber(side!)} pixels around ${formatNumber(gX!)} across, ${formatNumber(gY!)} down`;
        });
        return `A digit among clutter, its middle at ${across + MIDDLE} across, ${down + MIDDLE} down. Windows: ${at.join("; ")}.`;
      },
    },
    {
      label: "What each glimpse sees, and the guess after it",
      needs: ["patches", "chances", "truth"],
      draw: (look, hand) => <Seen look={look} hand={hand} />,
      describe({ outputs: { chances } }) {
        const guesses = Array.from({ length: chances?.shape[0] ?? 0 }, (_, k) => {
          const [digit, chance] = guess(chances!, k + 1);
          return `${digit} with ${percent(chance)}`;
        });
        return `Guesses, one after each glimpse: ${guesses.join(", ")}.`;
      },
    },
  ],
  finding,
};

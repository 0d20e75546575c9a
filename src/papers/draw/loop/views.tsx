import { Fragment, Suspense, useState, type ReactNode } from "react";
import type { NDArray } from "../../../contract/array.ts";
import { last } from "../../../contract/last.ts";
import type { Hand, Snapshot, Views } from "../../../contract/view.ts";
import { Button } from "../../../ui/Button.tsx";
import { formatFixed, formatNumber } from "../../../ui/format-number.ts";
import { latePart } from "../../../ui/late-part.tsx";
import { FlowArrows } from "../../../ui/parts/FlowArrows.tsx";
import { Grip } from "../../../ui/parts/Grip.tsx";
import { Layer } from "../../../ui/parts/Layer.tsx";
import { PixelRings } from "../../../ui/parts/PixelRings.tsx";
import { Pixels } from "../../../ui/parts/Pixels.tsx";
import { placeInWords } from "../../../ui/parts/place-in-words.ts";
import { Stage } from "../../../ui/parts/Stage.tsx";
import { StageBorder } from "../../../ui/parts/StageLetter.tsx";
import type { Place } from "../../../ui/parts/stage-box.ts";
import { useStage } from "../../../ui/parts/stage-scale.ts";
import { WindowFrame } from "../../../ui/parts/WindowFrame.tsx";
import {
  BOXES,
  boxAt,
  COLUMN,
  cornerOf,
  FRAMED,
  MIDDLE,
  PATCH,
  PIXEL,
  PLANE,
  SIZE,
  UPPER,
  WAYS,
  type BoxOf,
  type Shown,
} from "./boxes.ts";
import { SIDE, T, type demo } from "./demo.ts";

// Readers who follow a digit need no pad.
const DrawingPad = latePart(
  "The pad for drawing",
  async () => (await import("../../../ui/parts/DrawingPad.tsx")).DrawingPad,
);

type Look = Snapshot<typeof demo>;
function Names() {
  const { x, y } = useStage();
  const r = { name: "r", shape: "2×5²", at: [2, UPPER] } as const;
  return (
    <Layer>
      {[...Object.values(BOXES), r].map(({ name, shape, at: [column, row] }) => (
        <text key={name} x={x(column * COLUMN + MIDDLE)} y={y(row + SIZE + 12)} textAnchor="middle">
          {name} <tspan fill="var(--ink-soft)">{shape}</tspan>
        </text>
      ))}
    </Layer>
  );
}

/** Of the read window, or of that which writes. */
const middleOf = ({ data }: NDArray, row: 0 | 1): Place => [data[4 * row]!, data[4 * row + 1]!];

const clamped = (value: number): number => Math.max(0, Math.min(SIDE - 1, Math.floor(value)));

interface LoopProps {
  readonly look: Look;
  readonly hand: Hand<typeof demo>;
  /** Over the boxes. */
  readonly children?: ReactNode;
}

function Loop({ look: { outputs, values }, hand, children }: LoopProps) {
  const { r, windows } = outputs;
  const { across, down } = values;
  const [left, top] = cornerOf(BOXES.canvas.at);
  /** The pixel that is followed, in a box. */
  const followed = ({ at }: Pick<BoxOf, "at">): Place => {
    const [x, y] = cornerOf(at);
    return [x + (across + 0.5) * PIXEL, y + (down + 0.5) * PIXEL];
  };
  const pixelAt = ([x, y]: Place) => ({
    across: clamped((x - left) / PIXEL),
    down: clamped((y - top) / PIXEL),
  });
  return (
    <Stage bare label="One step of the loop" box={PLANE} width={480}>
      {Object.entries<BoxOf>(BOXES).map(([name, box]) => {
        const tensor = outputs[name as Shown];
        const { scale, range } = box;
        return (
          tensor && (
            <Fragment key={name}>
              <Pixels values={tensor} at={boxAt(box)} scale={scale} range={range} />
              <StageBorder of={boxAt(box)} />
            </Fragment>
          )
        );
      })}
      {r &&
        [0, 1].map((index) => (
          <Pixels
            key={index}
            values={r}
            index={index}
            at={[
              [2 * COLUMN + MIDDLE - PATCH / 2, 2 * COLUMN + MIDDLE + PATCH / 2],
              [UPPER + PATCH + index * (PATCH + 4), UPPER + index * (PATCH + 4)],
            ]}
            scale="diverging"
          />
        ))}
      <FlowArrows arrows={WAYS} />
      {FRAMED.map(({ at, ...frame }) => (
        <WindowFrame
          key={at.join()}
          {...frame}
          windows={windows}
          corner={cornerOf(at)}
          pixel={PIXEL}
        />
      ))}
      <Names />
      <Grip
        label="Pixel that is followed"
        valueText={`${across} across, ${down} down`}
        tone="third"
        at={followed(BOXES.canvas)}
        step={PIXEL}
        onInput={(to) => hand.input(pixelAt(to))}
        onCommit={(to) => hand.commit(pixelAt(to))}
      >
        <PixelRings places={[BOXES.x, BOXES.xHat, BOXES.written, BOXES.canvas].map(followed)} />
      </Grip>
      {children}
    </Stage>
  );
}

/** The reader's digit: the pad has the place of the boxes until the reader goes through the steps, so that nothing below moves. */
function OwnDigit({ look, hand }: LoopProps) {
  const { drawing, shown } = look.asked ?? look.values;
  /** The step at which the pad was opened; a further one closes it. */
  const [drawnAt, setDrawnAt] = useState<number | null>(shown);
  if (drawnAt !== null && drawnAt !== shown) setDrawnAt(null);
  return (
    <Loop look={look} hand={hand}>
      {drawnAt === null ? (
        <div className="lp-stage-corner">
          <Button onPress={() => setDrawnAt(shown)}>Draw</Button>
        </div>
      ) : (
        <div className="lp-stage-over">
          <Suspense>
            <DrawingPad
              low
              label="Your digit"
              values={drawing}
              onInput={(next) => hand.input({ drawing: next })}
              onCommit={(next) => hand.commit({ drawing: next })}
            />
          </Suspense>
          <Button kind="primary" onPress={() => setDrawnAt(null)}>
            See its steps
          </Button>
        </div>
      )}
    </Loop>
  );
}

const chance = (logit: number): string => formatFixed(1 / (1 + Math.exp(-logit)), 2);

function finding({ series, outputs: { windows }, values: { shown: t } }: Look): string {
  if (series.x.values.length === 0) return "The step is being taken.";
  const at = (row: 0 | 1): string =>
    windows ? ` at ${placeInWords(middleOf(windows, row), SIDE)}` : "";
  const number = (name: keyof typeof series): string => formatNumber(last(series[name]), 2);
  const step = `Step ${t} reads${at(0)}, sends a code for ${number("paid")} nats, and writes${at(1)}: the error ${last(series.left) > last(series.wrong) ? "rises" : "falls"} from ${number("wrong")} pixels to ${number("left")}.`;
  const [x, before, after] = [last(series.x), last(series.before), last(series.after)];
  return `${step} The ringed pixel, ${x === 1 ? "ink" : "paper"}, goes from c = ${formatFixed(before, 2)} to ${formatFixed(after, 2)}: its chance of ink from ${chance(before)} to ${chance(after)}.`;
}

export const views: Views<typeof demo, ReactNode> = {
  views: [
    {
      label: ({ shown }) => `Step ${shown} of ${T}`,
      needs: ["x", "xHat", "r", "hEnc", "z", "hDec", "w", "written", "canvas", "windows"],
      draw(look, hand) {
        const Draws = (look.asked ?? look.values).picture === "digit" ? Loop : OwnDigit;
        return <Draws look={look} hand={hand} />;
      },
      describe: ({ values: { shown } }) =>
        `Step ${shown} of ${T}: from the picture x and the error image x̂ a window reads two patches of 5 by 5, the encoder makes its state and a code of 20 numbers, the decoder its state and a patch, and another window writes it on the canvas.`,
    },
  ],
  finding,
};

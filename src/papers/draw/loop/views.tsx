import { Fragment, type PropsWithChildren, type ReactNode } from "react";
import type { NDArray } from "../../../contract/array.ts";
import { last } from "../../../contract/last.ts";
import type { Hand, Snapshot, Views } from "../../../contract/view.ts";
import { formatFixed, formatNumber } from "../../../ui/format-number.ts";
import { arrowPath } from "../../../ui/parts/arrow-path.ts";
import { FlowArrows, type FlowArrow } from "../../../ui/parts/FlowArrows.tsx";
import { Grip } from "../../../ui/parts/Grip.tsx";
import { Layer } from "../../../ui/parts/Layer.tsx";
import { PadOver } from "../../../ui/parts/PadOver.tsx";
import { PixelRings } from "../../../ui/parts/PixelRings.tsx";
import { Pixels } from "../../../ui/parts/Pixels.tsx";
import { placeInWords } from "../../../ui/parts/place-in-words.ts";
import { Stage } from "../../../ui/parts/Stage.tsx";
import { StageBorder } from "../../../ui/parts/StageLetter.tsx";
import type { PixelScale } from "../../../ui/parts/pixel-scale.ts";
import type { Box, Place } from "../../../ui/parts/stage-box.ts";
import { useStage } from "../../../ui/parts/stage-scale.ts";
import { WindowFrame } from "../../../ui/parts/WindowFrame.tsx";
import { SIDE, T, type demo } from "./demo.ts";

type Look = Snapshot<typeof demo>;
type Shown = keyof Look["outputs"];

/** CSS px where there is room: two rows of boxes, from left to right and back. */
const PLANE: Box = [
  [0, 480],
  [228, 0],
];
const COLUMN = 101;
const [UPPER, LOWER] = [16, 136];
/** Of a box, and of a pixel in it. */
const SIZE = 76;
const PIXEL = SIZE / SIDE;
const MIDDLE = SIZE / 2;

interface BoxOf {
  readonly name: string;
  readonly shape: string;
  readonly size: Place;
  /** Column, and the top of its row. */
  readonly at: Place;
  readonly scale: PixelScale;
  readonly range?: Place;
}

const square = { shape: "28²", size: [SIZE, SIZE] } as const;
const state = { shape: "128", size: [72, 36], scale: "diverging" } as const;

/** A tensor’s place, the middle of its box, by its name among the outputs. */
const BOXES = {
  x: { ...square, name: "x", at: [0, UPPER], scale: "ink", range: [0, 1] },
  xHat: { ...square, name: "x̂", at: [1, UPPER], scale: "diverging", range: [-1, 1] },
  hEnc: { ...state, name: "hᵉⁿᶜ", at: [3, UPPER] },
  z: { name: "z", shape: "20", size: [60, 48], at: [4, UPPER], scale: "diverging" },
  hDec: { ...state, name: "hᵈᵉᶜ", at: [4, LOWER] },
  w: { name: "w", shape: "5²", size: [50, 50], at: [3, LOWER], scale: "diverging" },
  written: { ...square, name: "write", at: [2, LOWER], scale: "diverging" },
  canvas: { ...square, name: "σ(c)", at: [1, LOWER], scale: "ink", range: [0, 1] },
} as const satisfies Partial<Record<Shown, BoxOf>>;

/** Where windows read and write. */
const FRAMED = [
  { at: BOXES.x.at, row: 0, tone: "made" },
  { at: BOXES.xHat.at, row: 0, tone: "made" },
  { at: BOXES.written.at, row: 1, tone: "real" },
] as const;

/** Side of the two patches that are read, one above the other. */
const PATCH = 36;

const centre = (column: number, row: number): Place => [column * COLUMN + MIDDLE, row + MIDDLE];
const boxAt = ({ at, size: [width, height] }: Pick<BoxOf, "at" | "size">): Box => {
  const [x, y] = centre(...at);
  return [
    [x - width / 2, x + width / 2],
    [y + height / 2, y - height / 2],
  ];
};
const cornerOf = ([column, row]: Place): Place => [column * COLUMN, row];

/** From the edge of one box to that of the next in its row, with a word above. */
function along(from: number, to: number, row: number, says: string, ends: Place): FlowArrow {
  const forth = Math.sign(to - from);
  const [[x, y], [end]] = [centre(from, row), centre(to, row)];
  return {
    path: arrowPath([x + (forth * ends[0]) / 2, y], [end - (forth * ends[1]) / 2, y]),
    says,
    at: [(x + end) / 2, row],
  };
}

/** Where the code goes down to the decoder. */
const RIGHT = 4 * COLUMN + MIDDLE;

const WAYS: readonly FlowArrow[] = [
  along(0, 1, UPPER, "−σ(c)", [SIZE, SIZE]),
  along(1, 2, UPPER, "read", [SIZE, PATCH]),
  along(2, 3, UPPER, "LSTM", [PATCH, 72]),
  along(3, 4, UPPER, "Q", [72, 60]),
  {
    path: arrowPath([RIGHT, UPPER + SIZE + 22], [RIGHT, LOWER + 20]),
    says: "LSTM",
    at: [RIGHT + 20, 134],
  },
  along(4, 3, LOWER, "W", [72, 50]),
  along(3, 2, LOWER, "write", [50, SIZE]),
  along(2, 1, LOWER, "add", [SIZE, SIZE]),
  {
    path: `M${COLUMN} ${LOWER + MIDDLE}H${COLUMN - 10}${arrowPath([COLUMN - 10, LOWER + MIDDLE], [COLUMN - 10, UPPER + MIDDLE + 12])}`,
    says: "",
    at: [0, 0],
  },
];

function Names() {
  const { x, y } = useStage();
  const r = { name: "r", shape: "2×5²", at: [2, UPPER] } as const;
  return (
    <Layer>
      {[...Object.values(BOXES), r].map(({ name, shape, at: [i, row] }) => (
        <text key={name} x={x(i * COLUMN + MIDDLE)} y={y(row + SIZE)} dy="1em" textAnchor="middle">
          {name} <tspan fill="var(--ink-soft)">{shape}</tspan>
        </text>
      ))}
    </Layer>
  );
}

/** Of the read window, or of that which writes. */
const middleOf = ({ data }: NDArray, row: 0 | 1): Place => [data[4 * row]!, data[4 * row + 1]!];

const clamped = (value: number): number => Math.max(0, Math.min(SIDE - 1, Math.floor(value)));
/** What is inside stands over the boxes. */
type LoopProps = PropsWithChildren<Readonly<{ look: Look; hand: Hand<typeof demo> }>>;

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
  return (
    <Loop look={look} hand={hand}>
      <PadOver
        label="Your digit"
        at={shown}
        back="See its steps"
        values={drawing}
        onInput={(next) => hand.input({ drawing: next })}
        onCommit={(next) => hand.commit({ drawing: next })}
      />
    </Loop>
  );
}

const chance = (logit: number): string => formatFixed(1 / (1 + Math.exp(-logit)), 2);

function finding({ series, outputs: { windows }, values }: Look): string {
  const { shown: t, picture, drawing } = values;
  if (series.x.values.length === 0) return "The step is being taken.";
  if (picture !== "digit" && drawing.data.every((ink) => ink === 0))
    return "Nothing is drawn yet. Of a digit the steps show where the network looks, what it pays and what it writes.";
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

import type { ReactNode } from "react";
import type { Tone } from "../tone.ts";
import { FULL, ShareBars, type FanBars } from "./ShareBars.tsx";
import { Layer } from "./Layer.tsx";
import { Pixels } from "./Pixels.tsx";
import { Stage } from "./Stage.tsx";
import type { Box, Numbers, Place } from "./stage-box.ts";
import { useStage } from "./stage-scale.ts";
import { WeightedLinks } from "./WeightedLinks.tsx";

export interface FanExample {
  /** Which of the pictures; null where it has none yet. */
  readonly picture: number | null;
  readonly label: number;
  /** Its label is wrong: it is framed. */
  readonly wrong: boolean;
}

export interface FanSide {
  readonly name: string;
  readonly tone: Tone;
  /** Of each example; null where there are none. */
  readonly attention: ArrayLike<number> | null;
  /** At most two; those of the first have their numbers. */
  readonly bars: readonly FanBars[];
}

export interface LabelledFansProps {
  readonly label: string;
  /** Names of the classes, at most five. */
  readonly classes: readonly string[];
  readonly pictures: Numbers;
  readonly examples: readonly FanExample[];
  readonly query: Numbers;
  readonly sides: readonly [FanSide, FanSide];
  /** More on the stage: what takes the query by `QUERY_AT`. */
  readonly children?: ReactNode;
}

/** In CSS px where there is room: a query to the left and to the right, the examples between. */
const PLANE: Box = [
  [0, 340],
  [196, 0],
];
// A narrow plane has the same letters: room for the names of both sides above the first row.
const TOP = 19.2;
const ROW = 35.2;
const MOST = 5;
const MIDDLE = 170;
const HEIGHT = TOP + (ROW * MOST) / 2;
/** Side of an example that is alone in its row, and what several share. */
const [SIDE, ROOM] = [32, 68];
/** Middle of a query, from the middle; and between it and its lines. */
const [QUERY, APART] = [143.6, 3];
/** Between the ends of lines to one row. */
const SPREAD = 5;
/** Where the query to the right stands: its middle, half a side, and one of 28 pixels, all in units of the stage. */
export const QUERY_AT = { middle: [MIDDLE + QUERY, HEIGHT], half: 22.4, cell: 1.6 } as const;

const ink = (tone: Tone): string => `var(--data-${tone})`;
const around = (x: number, y: number, half: number): Box => [
  [x - half, x + half],
  [y + half, y - half],
];

/** Queries on both sides of labelled examples: lines as wide as the attention, and its sums by class as bars. */
export function LabelledFans(props: LabelledFansProps) {
  const { label, classes, pictures, examples, query, sides, children } = props;
  const n = classes.length;
  const rowAt = (l: number): number => TOP + ROW * (l + 0.5 + (MOST - n) / 2);
  const placed = examples.map((example, i) => {
    const all = examples.filter((other) => other.label === example.label);
    return { ...example, i, place: all.indexOf(example), of: all.length };
  });
  const crowd = Math.max(...placed.map(({ of }) => of));
  const bar = crowd > 1 ? ROOM / 2 + 4 : SIDE / 2 + 6;
  return (
    <Stage label={label} box={PLANE} width={340} bare>
      {placed.map(({ i, picture, label: l, wrong, place, of }) => {
        const side = of > 1 ? Math.min(SIDE, ROOM / of) : SIDE;
        const at = around(MIDDLE + (place - (of - 1) / 2) * side, rowAt(l), side / 2);
        return <Example key={i} {...{ pictures, picture, at, wrong }} />;
      })}
      {sides.map((side, i) => (
        <Fan
          key={side.name}
          {...side}
          {...{ classes, query, bar, rowAt }}
          to={i === 0 ? -1 : 1}
          taken={children !== undefined}
          ends={placed.map(({ label: l, place, of }) => rowAt(l) + (place - (of - 1) / 2) * SPREAD)}
        />
      ))}
      {children}
    </Stage>
  );
}

interface ExampleProps {
  readonly pictures: Numbers;
  readonly picture: number | null;
  readonly at: Box;
  readonly wrong: boolean;
}

function Example({ pictures, picture, at, wrong }: ExampleProps) {
  const { x, y, width, height } = useStage();
  const [[left, right], [bottom, top]] = at;
  return (
    <>
      {picture !== null && <Pixels values={pictures} index={picture} scale="ink" at={at} />}
      {wrong && (
        <Layer>
          <rect
            x={x(left)}
            y={y(top)}
            width={width(right - left)}
            height={height(bottom - top)}
            fill="none"
            stroke="var(--data-made)"
            strokeWidth="2"
            strokeDasharray="4 3"
          />
        </Layer>
      )}
    </>
  );
}

interface FanProps extends FanSide {
  readonly classes: readonly string[];
  readonly query: Numbers;
  /** Where bars begin, from the middle. */
  readonly bar: number;
  rowAt(l: number): number;
  /** −1 to the left, 1 to the right. */
  readonly to: -1 | 1;
  /** Whether the query to the right can be dragged. */
  readonly taken: boolean;
  /** Of the line to each example. */
  readonly ends: readonly number[];
}

function Fan(props: FanProps) {
  const { name, tone, attention, bars, classes, query, bar, rowAt, to, taken, ends } = props;
  const { x, y } = useStage();
  const middle = MIDDLE + to * QUERY;
  const start: Place = [MIDDLE + to * (QUERY - QUERY_AT.half - APART), HEIGHT];
  const anchors = Object.fromEntries(ends.map((end, i) => [i, [MIDDLE + to * FULL, end] as const]));
  return (
    <>
      <Pixels values={query} scale="ink" at={around(middle, HEIGHT, QUERY_AT.half)} />
      {attention && (
        <WeightedLinks
          label={`Attention ${name}`}
          tone={tone}
          widest={12}
          anchors={{ query: start, ...anchors }}
          links={Array.from(attention, (weight, i) => ({ from: "query", to: String(i), weight }))}
        />
      )}
      <Layer>
        {bars.map((own, i) => (
          <ShareBars
            key={own.tone}
            {...own}
            {...{ classes, bar, rowAt, to }}
            middle={MIDDLE}
            second={i > 0}
          />
        ))}
        <text x={x(middle)} y={y(HEIGHT - QUERY_AT.half - 8)} textAnchor="middle">
          <tspan fill="var(--ink-soft)">{to > 0 && taken ? "drag it" : "query"}</tspan>
        </text>
        {bars.map((own, i) => (
          <text
            key={own.tone}
            x={x(middle)}
            y={y(HEIGHT + QUERY_AT.half)}
            dy={16 + 16 * i}
            textAnchor="middle"
          >
            <tspan fill={ink(own.tone)} fontWeight="600">
              {own.says}
            </tspan>
          </text>
        ))}
        <text x={x(to < 0 ? 0 : 340)} y="10" textAnchor={to < 0 ? "start" : "end"}>
          <tspan fill={ink(tone)} fontWeight="600">
            {name}
          </tspan>
        </text>
      </Layer>
    </>
  );
}

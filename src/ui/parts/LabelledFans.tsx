import type { ReactNode } from "react";
import { percent } from "../percent.ts";
import type { Tone } from "../tone.ts";
import { DataUnits } from "./DataUnits.tsx";
import { Layer } from "./Layer.tsx";
import { Pixels } from "./Pixels.tsx";
import { Stage } from "./Stage.tsx";
import type { Box, Numbers } from "./stage-box.ts";
import { useStage } from "./stage-scale.ts";

export interface FanExample {
  /** Which of the pictures; null where it has none yet. */
  readonly picture: number | null;
  readonly label: number;
  /** Its label is wrong: it is framed. */
  readonly wrong: boolean;
}

export interface FanBars {
  /** Of each class a share of 1. */
  readonly shares: ArrayLike<number>;
  readonly tone: Tone;
  /** The class that stands out, null for none, and how that is said below the query. */
  readonly answer: number | null;
  readonly says: string;
}

export interface FanSide {
  readonly name: string;
  /** Of each example; null where there are none. */
  readonly attention: ArrayLike<number> | null;
  readonly tone: Tone;
  /** At most two; the second are thinner. */
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
  /** What takes the query by `QUERY_AT`. */
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
/** Side of an example that is alone in its row, and what several share. Between the ends of lines to one row. */
const [SIDE, ROOM, SPREAD] = [32, 68, 5];
/** From the middle: where bars end at 1, and the middle of a query. Between that and its lines. */
const [FULL, QUERY, APART] = [84, 143.6, 3];
/** Width of the line of all attention, and of one that only says that there is a link, dotted, CSS px. */
const [WIDEST, THINNEST] = [12, 0.75];
/** From the middle of a row down, and height, of both kinds of bars. */
const BARS = [
  [3, 8],
  [11.5, 4],
] as const;
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
  const rowAt = (l: number): number => TOP + ROW * (l + 0.5 + (MOST - classes.length) / 2);
  const placed = examples.map((example) => {
    const all = examples.filter((other) => other.label === example.label);
    const side = all.length > 1 ? Math.min(SIDE, ROOM / all.length) : SIDE;
    const place = all.indexOf(example) - (all.length - 1) / 2;
    const y = rowAt(example.label);
    return { ...example, at: around(MIDDLE + place * side, y, side / 2), end: y + place * SPREAD };
  });
  const crowded = examples.length > classes.length || examples.some(({ wrong }) => wrong);
  return (
    <Stage label={label} box={PLANE} width={340} bare>
      {placed.map(
        ({ picture, at }, i) =>
          picture !== null && (
            // An example is its place.
            // oxlint-disable-next-line react/no-array-index-key
            <Pixels key={i} values={pictures} index={picture} scale="ink" at={at} />
          ),
      )}
      {sides.map((side, i) => (
        <Fan
          key={side.name}
          {...side}
          rows={classes.map((name, l) => ({ name, y: rowAt(l) }))}
          query={query}
          to={i === 0 ? -1 : 1}
          bar={crowded ? ROOM / 2 + 4 : SIDE / 2 + 6}
          ends={placed.map(({ end }) => end)}
          heads={i > 0 && children !== undefined ? "drag it" : "query"}
        />
      ))}
      <Frames all={placed.filter(({ wrong }) => wrong).map(({ at }) => at)} />
      {children}
    </Stage>
  );
}

const Frames = ({ all }: { readonly all: readonly Box[] }) => (
  <Layer>
    <DataUnits>
      {all.map(([[left, right], [bottom, top]]) => (
        <path
          key={`${left} ${top}`}
          className="lp-tone-made"
          d={`M${left} ${top}H${right}V${bottom}H${left}Z`}
          strokeWidth="2"
          strokeDasharray="4 3"
        />
      ))}
    </DataUnits>
  </Layer>
);

interface FanProps extends FanSide {
  /** Of the classes. */
  readonly rows: readonly { readonly name: string; readonly y: number }[];
  readonly query: Numbers;
  /** −1 to the left, 1 to the right. */
  readonly to: -1 | 1;
  /** Where bars begin, from the middle. */
  readonly bar: number;
  /** Of the line to each example. */
  readonly ends: readonly number[];
  /** Over the query. */
  readonly heads: string;
}

function Fan({ name, tone, attention, bars, rows, query, to, bar, ends, heads }: FanProps) {
  const { x, y } = useStage();
  const middle = MIDDLE + to * QUERY;
  const [outer, inner] = to < 0 ? (["start", "end"] as const) : (["end", "start"] as const);
  return (
    <>
      <Pixels values={query} scale="ink" at={around(middle, HEIGHT, QUERY_AT.half)} />
      <Layer>
        <DataUnits>
          {attention &&
            ends.map((end, i) => {
              const wide = WIDEST * attention[i]!;
              return (
                <line
                  // A line is its example's.
                  // oxlint-disable-next-line react/no-array-index-key
                  key={i}
                  x1={middle - to * (QUERY_AT.half + APART)}
                  x2={MIDDLE + to * FULL}
                  y1={HEIGHT}
                  y2={end}
                  vectorEffect="non-scaling-stroke"
                  stroke={ink(tone)}
                  strokeWidth={Math.max(THINNEST, wide)}
                  strokeDasharray={wide < THINNEST ? "1 4" : undefined}
                />
              );
            })}
          {bars.map((own, kind) => (
            <Bars key={own.tone} {...own} {...{ kind, rows, to, bar }} />
          ))}
        </DataUnits>
        {rows.map(({ name: own, y: row }, l) => (
          <text
            key={own}
            x={x(MIDDLE + to * (bar + 2))}
            y={y(row - 1)}
            textAnchor={inner}
            fontWeight={l === bars[0]?.answer ? 700 : 400}
          >
            {bars[0] ? `${own} ${percent(bars[0].shares[l] ?? 0)}` : ""}
          </text>
        ))}
        <text x={x(middle)} y={y(HEIGHT - QUERY_AT.half - 8)} textAnchor="middle">
          <tspan fill="var(--ink-soft)">{heads}</tspan>
        </text>
        {bars.map((own, i) => (
          <text
            key={own.tone}
            x={x(middle)}
            y={y(HEIGHT + QUERY_AT.half)}
            dy={16 + 16 * i}
            textAnchor="middle"
          >
            <tspan className="lp-fan-says" fill={ink(own.tone)}>
              {own.says}
            </tspan>
          </text>
        ))}
        <text x={x(to < 0 ? 0 : 340)} y="10" textAnchor={outer}>
          <tspan className="lp-fan-says" fill={ink(tone)}>
            {name}
          </tspan>
        </text>
      </Layer>
    </>
  );
}

interface BarsProps extends FanBars, Pick<FanProps, "rows" | "to" | "bar"> {
  readonly kind: number;
}

function Bars({ shares, tone, answer, kind, rows, to, bar }: BarsProps) {
  const [below, height] = BARS[kind]!;
  return rows.map(({ name, y }, l) => {
    const long = FULL - bar;
    const width = (shares[l] ?? 0) * long;
    const place = { y: y + below, height };
    return (
      <g key={name}>
        {kind === 0 && (
          <rect
            {...place}
            x={MIDDLE + (to < 0 ? -FULL : bar)}
            width={long}
            fill="var(--paper)"
            stroke="var(--rule)"
          />
        )}
        <rect
          {...place}
          x={MIDDLE + (to < 0 ? -bar - width : bar)}
          width={width}
          fill={ink(tone)}
          fillOpacity={l === answer ? 1 : 0.45}
        />
      </g>
    );
  });
}

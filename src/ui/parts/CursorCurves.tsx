import { edgeAnchor } from "../chart-scale.ts";
import { formatNumber, formatTicks } from "../format-number.ts";
import { DataUnits } from "./DataUnits.tsx";
import { Layer } from "./Layer.tsx";
import { Stage } from "./Stage.tsx";
import { atShare, type Box, type Span } from "./stage-box.ts";
import { useStage } from "./stage-scale.ts";

/** A number, in words too, and what else is to be said of it, on a line below. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly text: string;
  readonly more?: string | undefined;
}

export interface Curves {
  /** One below the other, each over even steps across; the first rows’. */
  readonly data: Float32Array;
  readonly each: number;
  readonly across: Span;
  /** The vertical axis begins at 0; what is higher is an arrow at the edge. */
  readonly top: number;
  /** Numbers on the axes. */
  readonly ticks: { readonly across: readonly number[]; readonly up: readonly number[] };
  /** Where the cursor stands. */
  readonly cursor: number;
  /** Its name and place, at the top. */
  readonly says?: string;
  /** All but the first jump in the middle, down to 0. */
  readonly jump?: boolean;
}

export interface CursorCurvesProps {
  /** CSS length. */
  readonly height: string;
  /** At most four. */
  readonly rows: readonly Row[];
  /** None: bars as long as the rows’ values. */
  readonly curves: Curves | undefined;
}

/** The longest bar, and where one that is longer ends in an arrow. */
const LONGEST = 4;
const CUT = 0.95;
/** Room at the right for numbers, in widths of the curves; a line and a text in it. */
const ROOM = 0.72;
const LINE = [1.05, 1.17] as const;
const TEXT = 1.21;
/** Told apart by form as well as hue, in the order of the rows. */
const FORMS = [
  { tone: "real", dash: undefined, width: 2.5 },
  { tone: "made", dash: "7 3", width: 2 },
  { tone: "third", dash: "2 3", width: 2 },
  { tone: "fourth", dash: "8 3 2 3", width: 2 },
] as const;

/** px, pointing to where there is no more room. */
const ARROW = { up: "M-6 11L0 1L6 11z", right: "M1 0l9 8l-9 8z" };

const ink = (row: number): string => `var(--data-${FORMS[row]!.tone})`;

/** Curves with a cursor, or bars, and beside them the numbers. */
export function CursorCurves({ height, rows, curves }: CursorCurvesProps) {
  const across = curves?.across ?? [0, 1];
  const box: Box = [
    [across[0], atShare(across, 1 + ROOM)],
    [0, curves?.top ?? 1],
  ];
  return (
    <Stage box={box} height={height} bare>
      {curves ? <Drawn {...curves} rows={rows} /> : <Lengths rows={rows} />}
      <Readout rows={rows} across={across} lined={curves ? curves.data.length / curves.each : 0} />
    </Stage>
  );
}

function Drawn(curves: Curves & { readonly rows: readonly Row[] }) {
  const { data, each, across, top, ticks, cursor, says, jump = false, rows } = curves;
  const { x, y } = useStage();
  const count = data.length / each;
  const path = (row: number): string => {
    let pen = "M";
    return Array.from(data.subarray(row * each, (row + 1) * each), (value, k) => {
      const hidden = value > top || (jump && row > 0 && 2 * k === each - 1);
      const point = hidden ? "" : `${pen}${atShare(across, k / (each - 1))} ${value}`;
      pen = hidden ? "M" : "L";
      return point;
    }).join("");
  };
  const middle = atShare(across, 0.5);
  return (
    <Layer>
      {[0, ...ticks.up].map((tick) => (
        <line key={tick} x1="0" x2={x(across[1])} y1={y(tick)} y2={y(tick)} stroke="var(--rule)" />
      ))}
      <DataUnits>
        {FORMS.slice(0, count).map(({ tone, dash, width }, row) => (
          <g key={tone} className={`lp-tone-${tone}`}>
            <path d={path(row)} strokeDasharray={dash} strokeWidth={width} />
          </g>
        ))}
      </DataUnits>
      {ticks.up.map((tick, k) => (
        <text key={tick} x={x(across[1])} y={y(tick)} dy="-0.25em" textAnchor="end">
          <tspan fill="var(--ink-soft)">{formatTicks(ticks.up)[k]}</tspan>
        </text>
      ))}
      <line x1={x(cursor)} x2={x(cursor)} y1="0" y2="100%" stroke="var(--rule-strong)" />
      {ticks.across.map((tick) => (
        <text
          key={tick}
          x={x(tick)}
          y="100%"
          dy="-0.35em"
          textAnchor={edgeAnchor((tick - across[0]) / (across[1] - across[0]))}
        >
          <tspan fill="var(--ink-soft)">{formatNumber(tick)}</tspan>
        </text>
      ))}
      {jump && <circle cx={x(middle)} cy="100%" r="3.5" fill="var(--ink)" />}
      {rows
        .slice(0, count)
        .map(({ name, value }, row) =>
          value > top ? (
            <Beyond key={name} row={row} at={x(cursor)} way="up" />
          ) : (
            <circle
              key={name}
              cx={x(cursor)}
              cy={y(value)}
              r="4.5"
              fill={ink(row)}
              stroke="var(--paper)"
            />
          ),
        )}
      {says !== undefined && (
        // On the side where there are curves: the numbers beside them begin where these end.
        <text
          x={x(cursor)}
          dx={cursor > middle ? -6 : 6}
          y="0"
          dy="1em"
          textAnchor={cursor > middle ? "end" : "start"}
        >
          {says}
        </text>
      )}
    </Layer>
  );
}

/** What is larger than the picture, infinite for one. */
function Beyond({ row, at, way }: { row: number; at: string; way: keyof typeof ARROW }) {
  return (
    <svg x={at} y={way === "up" ? "0" : `${25 * row + 5}%`} overflow="visible">
      <path d={ARROW[way]} fill={ink(row)} stroke="var(--paper)" />
    </svg>
  );
}

function Lengths({ rows }: { readonly rows: readonly Row[] }) {
  const { width } = useStage();
  return (
    <Layer>
      {rows.map(({ name, value }, row) => (
        <g key={name}>
          <rect
            y={`${25 * row + 5}%`}
            height="16"
            width={width(value > LONGEST ? CUT : value / LONGEST)}
            fill={ink(row)}
          />
          {value > LONGEST && <Beyond row={row} at={width(CUT)} way="right" />}
        </g>
      ))}
    </Layer>
  );
}

interface ReadoutProps {
  readonly rows: readonly Row[];
  readonly across: Span;
  /** Rows that have a curve. */
  readonly lined: number;
}

function Readout({ rows, across, lined }: ReadoutProps) {
  const { x } = useStage();
  const [from, to, text] = [...LINE, TEXT].map((share) => x(atShare(across, share)));
  const left = lined === 0 ? from : text;
  return (
    <Layer>
      {rows.map(({ name, text: number, more }, row) => (
        <svg key={name} y={`${25 * row}%`} overflow="visible">
          {row < lined && (
            <line
              x1={from}
              x2={to}
              y1="0.9em"
              y2="0.9em"
              stroke={ink(row)}
              strokeWidth={FORMS[row]!.width}
              strokeDasharray={FORMS[row]!.dash}
            />
          )}
          <text x={left} dy="1.2em" fontWeight="600">
            <tspan fill={ink(row)}>
              {name} = {number}
            </tspan>
            {more !== undefined && (
              <tspan x={left} dy="1.25em" fontWeight="400" fill="var(--ink-soft)">
                {more}
              </tspan>
            )}
          </text>
        </svg>
      ))}
    </Layer>
  );
}

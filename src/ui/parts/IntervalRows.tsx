import type { Tone } from "../tone.ts";
import { Layer } from "./Layer.tsx";
import { Stage } from "./Stage.tsx";
import type { Box } from "./stage-box.ts";
import { useStage } from "./stage-scale.ts";

/** Places are shares of the axis; marks that are not finite are left out, and so is an interval. */
export interface IntervalMark {
  readonly name: string;
  readonly at: number;
  readonly interval: readonly [number, number];
}

export interface IntervalRow {
  readonly name: string;
  readonly tone: Tone;
  /** The one that others are compared with: filled, and a line through all rows. */
  readonly standard?: boolean;
  readonly marks: readonly IntervalMark[];
  /** At the right end. */
  readonly end?: string;
  readonly endStrong?: boolean;
}

export interface IntervalRowsProps {
  readonly label: string;
  /** CSS length. */
  readonly height: string;
  readonly rows: readonly IntervalRow[];
  /** The mark of each row that is drawn as a ring with its interval; the others are dots, with their names above or below in turn. */
  readonly shown: number;
  readonly ticks: readonly { readonly at: number; readonly name: string }[];
  /** Above the axis, and above the right ends. */
  readonly heads: readonly [string, string];
}

/** Room in lengths of the axis: for names, and for the right ends. */
const LEFT = 0.56;
const RIGHT = 0.16;

/** A row each of several estimates on one axis, one of them with its interval. */
export function IntervalRows({ label, height, ...drawn }: IntervalRowsProps) {
  const box: Box = [
    [-LEFT, 1 + RIGHT],
    [drawn.rows.length + 0.8, -0.8],
  ];
  return (
    <Stage label={label} box={box} height={height} bare>
      <Drawn {...drawn} />
    </Stage>
  );
}

function Drawn({ rows, shown, ticks, heads }: Omit<IntervalRowsProps, "label" | "height">) {
  const { x, y } = useStage();
  const down = { y1: y(0), y2: y(rows.length) };
  const end = x(1 + RIGHT / 2);
  const standard = rows.find((row) => row.standard)?.marks[shown]?.at;
  return (
    <Layer>
      {ticks.map(({ at, name }) => (
        <g key={name}>
          <line x1={x(at)} x2={x(at)} {...down} stroke="var(--rule)" />
          <text x={x(at)} y={y(rows.length + 0.6)} textAnchor="middle">
            {name}
          </text>
        </g>
      ))}
      {standard !== undefined && Number.isFinite(standard) && (
        <line
          x1={x(standard)}
          x2={x(standard)}
          {...down}
          stroke="var(--data-made)"
          strokeDasharray="4 3"
        />
      )}
      <text x={x(0)} y={y(-0.3)} fill="var(--ink-soft)">
        {heads[0]}
      </text>
      <text x={end} y={y(-0.3)} textAnchor="middle" fill="var(--ink-soft)">
        {heads[1]}
      </text>
      {rows.map((row, i) => (
        <g key={row.name}>
          <text
            x={x(-0.04)}
            y={y(i + 0.5)}
            dy="0.34em"
            textAnchor="end"
            fontWeight={row.standard ? 600 : 400}
          >
            {row.name}
          </text>
          {row.marks.map(
            (mark, j) =>
              Number.isFinite(mark.at) && (
                <Mark
                  key={mark.name}
                  mark={mark}
                  row={row}
                  middle={y(i + 0.5)}
                  named={j === shown ? null : y(i + (j % 2 === 0 ? 0.2 : 0.8))}
                />
              ),
          )}
          <text
            x={end}
            y={y(i + 0.5)}
            dy="0.34em"
            textAnchor="middle"
            fontWeight={row.endStrong ? 600 : 400}
          >
            {row.end}
          </text>
        </g>
      ))}
    </Layer>
  );
}

interface MarkProps {
  readonly mark: IntervalMark;
  readonly row: IntervalRow;
  readonly middle: string;
  /** Where its name stands; null for a ring. */
  readonly named: string | null;
}

function Mark({ mark: { name, at, interval }, row, middle, named }: MarkProps) {
  const { x } = useStage();
  if (named !== null)
    return (
      <g fill="var(--ink-soft)">
        <circle cx={x(at)} cy={middle} r="2" />
        <text x={x(at)} y={named} dy="0.34em" textAnchor="middle">
          {name}
        </text>
      </g>
    );
  const tone = `var(--data-${row.tone})`;
  return (
    <g stroke={tone} strokeWidth="2">
      {interval.every(Number.isFinite) && (
        <line x1={x(interval[0])} x2={x(interval[1])} y1={middle} y2={middle} />
      )}
      <circle cx={x(at)} cy={middle} r="5" fill={row.standard ? tone : "var(--paper)"} />
    </g>
  );
}

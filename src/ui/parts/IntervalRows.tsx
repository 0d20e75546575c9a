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
  /**
   * The mark of each row that is drawn as a ring with its interval; the others are dots, from small to large, where there is room
   * with their names above or below in turn.
   */
  readonly shown: number;
  readonly ticks: readonly { readonly at: number; readonly name: string }[];
  /** Above the axis, and above the right ends. */
  readonly heads: readonly [string, string];
  /** In place of the first where there is no room for names. */
  readonly unnamed: string;
}

/** Room in lengths of the axis: for names, and for the right ends. */
const LEFT = 0.56;
const RIGHT = 0.16;
/** Radius of the first dot, and by how much each next is larger, px. */
const [SMALLEST, LARGER] = [2, 0.75];

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

function Drawn({
  rows,
  shown,
  ticks,
  heads,
  unnamed,
}: Omit<IntervalRowsProps, "label" | "height">) {
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
      <text className="lp-when-roomy" x={x(0)} y={y(-0.3)} fill="var(--ink-soft)">
        {heads[0]}
      </text>
      <text className="lp-when-narrow" x={x(0)} y={y(-0.3)} fill="var(--ink-soft)">
        {unnamed}
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
          {/* Names before dots: the paper around letters would lie on them. */}
          {row.marks.map(({ name, at }, j) =>
            j === shown || !Number.isFinite(at) ? null : (
              <text
                key={name}
                className="lp-when-roomy"
                x={x(at)}
                y={y(i + (j % 2 === 0 ? 0.2 : 0.8))}
                dy="0.34em"
                textAnchor="middle"
                fill="var(--ink-soft)"
              >
                {name}
              </text>
            ),
          )}
          {row.marks.map(({ name, at, interval }, j) =>
            !Number.isFinite(at) ? null : j === shown ? (
              <Ring key={name} {...{ at, interval, row }} middle={y(i + 0.5)} />
            ) : (
              <circle
                key={name}
                cx={x(at)}
                cy={y(i + 0.5)}
                r={SMALLEST + LARGER * j}
                fill="var(--ink-soft)"
                stroke="var(--paper)"
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

interface RingProps extends Pick<IntervalMark, "at" | "interval"> {
  readonly row: IntervalRow;
  readonly middle: string;
}

function Ring({ at, interval: [low, high], row, middle }: RingProps) {
  const { x } = useStage();
  const tone = `var(--data-${row.tone})`;
  return (
    <g stroke={tone} strokeWidth="2" fill="none">
      {Number.isFinite(low) && Number.isFinite(high) && (
        <line x1={x(low)} x2={x(high)} y1={middle} y2={middle} />
      )}
      {/* It goes on beyond the axis. */}
      {high >= 1 && (
        <svg x={x(1)} y={middle} overflow="visible">
          <path d="M-4 -4L1 0L-4 4" />
        </svg>
      )}
      <circle cx={x(at)} cy={middle} r="5" fill={row.standard ? tone : "var(--paper)"} />
    </g>
  );
}

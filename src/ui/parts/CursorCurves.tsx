import { DataUnits } from "./DataUnits.tsx";
import { Layer } from "./Layer.tsx";
import { Stage } from "./Stage.tsx";
import type { Box } from "./stage-box.ts";
import { useStage } from "./stage-scale.ts";

/** A number, in words too, and how it changes at the cursor. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly text: string;
  readonly slope: string | undefined;
}

export interface CursorCurvesProps {
  /** CSS length. */
  readonly height: string;
  readonly rows: readonly Row[];
  /** [4, n] over −1 to 1; none where heaps are compared. */
  readonly curves: Float32Array | undefined;
  /** Where the cursor stands. */
  readonly theta: number;
  /** All but the first jump at 0. */
  readonly thin: boolean;
}

/** The longest bar. */
const LONGEST = 4;
/** Room at the right for numbers; what is higher is not drawn. */
const CURVES: Box = [
  [-1.03, 2.15],
  [0, 1.25],
];
/** Told apart by form as well as hue, in the order of the rows. */
const FORMS = [
  { tone: "real", dash: undefined, width: 2.5 },
  { tone: "made", dash: "7 3", width: 2 },
  { tone: "third", dash: "2 3", width: 2 },
  { tone: "fourth", dash: "8 3 2 3", width: 2 },
] as const;

/** Four curves with a cursor, or four bars, and beside them the numbers. */
export function CursorCurves({ height, rows, curves, theta, thin }: CursorCurvesProps) {
  return (
    <Stage box={CURVES} height={height} bare>
      {curves ? <Drawn curves={curves} thin={thin} /> : <Lengths rows={rows} />}
      <Readout rows={rows} theta={curves && theta} />
    </Stage>
  );
}

function Drawn({ curves, thin }: { readonly curves: Float32Array; readonly thin: boolean }) {
  const n = curves.length / FORMS.length;
  const { x, y } = useStage();
  const path = (row: number): string => {
    let pen = "M";
    return Array.from(curves.subarray(row * n, (row + 1) * n), (value, k) => {
      const hidden = value > CURVES[1][1] || (thin && row > 0 && 2 * k === n - 1);
      const point = hidden ? "" : `${pen}${(2 * k) / (n - 1) - 1} ${value}`;
      pen = hidden ? "M" : "L";
      return point;
    }).join("");
  };
  return (
    <Layer>
      <line x1={x(-1)} x2={x(1)} y1="100%" y2="100%" stroke="var(--rule)" />
      <line x1={x(0)} x2={x(0)} y1="0" y2="100%" stroke="var(--rule)" />
      <DataUnits>
        {FORMS.map(({ tone, dash, width }, row) => (
          <g key={tone} className={`lp-tone-${tone}`}>
            <path d={path(row)} strokeDasharray={dash} strokeWidth={width} />
          </g>
        ))}
      </DataUnits>
      {thin && <circle cx={x(0)} cy={y(0)} r="3.5" fill="var(--ink)" />}
    </Layer>
  );
}

function Lengths({ rows }: { readonly rows: readonly Row[] }) {
  const { x, width } = useStage();
  return (
    <Layer>
      {rows.map(({ name, value }, row) => (
        <rect
          key={name}
          x={x(-1)}
          y={`${25 * row + 5}%`}
          height="16"
          width={width((2 * Math.min(LONGEST, value)) / LONGEST)}
          fill={`var(--data-${FORMS[row]!.tone})`}
        />
      ))}
    </Layer>
  );
}

interface ReadoutProps {
  readonly rows: readonly Row[];
  readonly theta: number | undefined;
}

function Readout({ rows, theta }: ReadoutProps) {
  const { x, y } = useStage();
  return (
    <Layer>
      {theta !== undefined && (
        <line x1={x(theta)} x2={x(theta)} y1="0" y2="100%" stroke="var(--rule-strong)" />
      )}
      {rows.map(({ name, value, text, slope }, row) => {
        const { tone, dash, width } = FORMS[row]!;
        const top = `${25 * row}%`;
        return (
          <g key={name}>
            {theta !== undefined && value <= CURVES[1][1] && (
              <circle
                cx={x(theta)}
                cy={y(value)}
                r="4.5"
                fill={`var(--data-${tone})`}
                stroke="var(--paper)"
              />
            )}
            {theta !== undefined && (
              <svg y={top} overflow="visible">
                <line
                  x1={x(1.12)}
                  x2={x(1.36)}
                  y1="0.9em"
                  y2="0.9em"
                  stroke={`var(--data-${tone})`}
                  strokeWidth={width}
                  strokeDasharray={dash}
                />
              </svg>
            )}
            <text x={x(theta === undefined ? 1.12 : 1.42)} y={top} dy="1.2em" fontWeight="600">
              <tspan fill={`var(--data-${tone})`}>
                {name} = {text}
              </tspan>
              {slope !== undefined && (
                <tspan x={x(1.42)} dy="1.25em" fontWeight="400" fill="var(--ink-soft)">
                  {slope}
                </tspan>
              )}
            </text>
          </g>
        );
      })}
    </Layer>
  );
}

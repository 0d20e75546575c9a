import type { Tone } from "../tone.ts";
import { DataUnits } from "./DataUnits.tsx";
import { Layer } from "./Layer.tsx";
import { Stage } from "./Stage.tsx";
import type { Box } from "./stage-box.ts";
import { useStage } from "./stage-scale.ts";

export interface PanelCurve {
  /** `ink` for what is no measurement, such as a bound. */
  readonly tone: Tone | "ink";
  readonly look: "strong" | "dashed" | "dotted";
  /** For each panel a height for each step across, as shares of the axis; what is not finite is left out. */
  readonly heights: readonly (readonly number[])[];
}

export interface PanelCurvesProps {
  readonly label: string;
  /** CSS length. */
  readonly height: string;
  /** Title of each panel. */
  readonly titles: readonly string[];
  /** Names of the steps across, the same in each panel, and what they are. */
  readonly across: readonly string[];
  readonly acrossName: string;
  readonly up: readonly { readonly at: number; readonly name: string }[];
  readonly curves: readonly PanelCurve[];
  /** Names thin looks, in the last panel below this height. */
  readonly looks: readonly { readonly look: "dashed" | "dotted"; readonly name: string }[];
  readonly looksBelow: number;
}

/** Room in steps across: for numbers at the left, and from panel to panel. */
const LEFT = 1;
const BETWEEN = 0.95;

/** The same few curves in panels side by side, with one axis upwards. Strong ones have a disc or a ring at each step. */
export function PanelCurves({ label, height, ...drawn }: PanelCurvesProps) {
  const { titles, across } = drawn;
  const width = titles.length * (across.length - 1 + BETWEEN) - BETWEEN;
  const box: Box = [
    [-LEFT, width + 0.3],
    [-0.26, 1.17],
  ];
  return (
    <Stage label={label} box={box} height={height} bare>
      <Drawn {...drawn} />
    </Stage>
  );
}

function Drawn({ looks, looksBelow, ...drawn }: Omit<PanelCurvesProps, "label" | "height">) {
  const { titles, across, acrossName, up, curves } = drawn;
  const { x, y } = useStage();
  const panel = across.length - 1 + BETWEEN;
  return (
    <Layer>
      {up.map(({ at, name }) => (
        <g key={name}>
          <text x={x(-0.25)} y={y(at)} dy="0.34em" textAnchor="end">
            {name}
          </text>
          {titles.map((title, p) => (
            <line
              key={title}
              x1={x(panel * p - 0.15)}
              x2={x(panel * p + across.length - 0.85)}
              y1={y(at)}
              y2={y(at)}
              stroke="var(--rule)"
            />
          ))}
        </g>
      ))}
      {titles.map((title, p) => (
        <g key={title}>
          <text x={x(panel * p - 0.15)} y={y(1.09)} fontWeight="600">
            {title}
          </text>
          <text x={x(panel * p + (across.length - 1) / 2)} y={y(-0.23)} textAnchor="middle">
            <tspan fill="var(--ink-soft)">{acrossName} →</tspan>
          </text>
          {across.map((name, i) => (
            <text key={name} x={x(panel * p + i)} y={y(-0.11)} textAnchor="middle">
              {name}
            </text>
          ))}
        </g>
      ))}
      {looks.map(({ look, name }, i) => (
        <svg key={look} x={x(panel * titles.length - BETWEEN)} y={y(looksBelow)} overflow="visible">
          <path
            d={`M0 ${LOOK * (i + 0.5)}h-28`}
            stroke="var(--ink-soft)"
            strokeWidth="1.5"
            strokeDasharray={DASHES[look]}
          />
          <text x="-34" y={LOOK * (i + 0.5)} dy="0.34em" textAnchor="end">
            {name}
          </text>
        </svg>
      ))}
      <DataUnits>
        {curves.map(({ heights, ...curve }, i) => (
          // Curves never change places.
          // oxlint-disable-next-line react/no-array-index-key
          <g key={i} className={`lp-tone-${curve.tone}`}>
            {heights.map((row, p) => (
              <Curve
                // Nor do panels.
                // oxlint-disable-next-line react/no-array-index-key
                key={p}
                {...curve}
                points={row.flatMap((height, at) =>
                  Number.isFinite(height) ? [`${panel * p + at} ${height}`] : [],
                )}
              />
            ))}
          </g>
        ))}
      </DataUnits>
    </Layer>
  );
}

/** px from the name of a look to the next. */
const LOOK = 16;
const DASHES = { strong: undefined, dashed: "6 4", dotted: "1 4" } as const;

function Curve({ tone, look, points }: CurveProps) {
  if (points.length === 0) return null;
  const dots = points.map((point) => `M${point}h0`).join("");
  return (
    <>
      <path
        d={`M${points.join("L")}`}
        strokeWidth={look === "strong" ? 2.5 : 1.5}
        strokeDasharray={DASHES[look]}
      />
      {look === "strong" && <path d={dots} strokeWidth="9" />}
      {look === "strong" && RINGS.has(tone) && (
        <path d={dots} strokeWidth="4.5" className="lp-hole" />
      )}
    </>
  );
}

/** Colours alone would not tell two strong curves apart. */
const RINGS: ReadonlySet<string> = new Set(["real", "third"]);

interface CurveProps extends Pick<PanelCurve, "tone" | "look"> {
  readonly points: readonly string[];
}

import { XAxis } from "../Axes.tsx";
import { axisWith } from "../chart-scale.ts";
import { formatFixed } from "../format-number.ts";
import type { Tone } from "../tone.ts";
import { DataUnits } from "./DataUnits.tsx";
import { Layer } from "./Layer.tsx";
import { Stage } from "./Stage.tsx";
import { lengthOf, shareOf, type Place, type Span } from "./stage-box.ts";
import { useStage } from "./stage-scale.ts";

export interface LogCurve {
  /** Short: it stands at the end. */
  readonly name: string;
  readonly points: readonly Place[];
  readonly tone: Tone;
  /** And ends in a ring instead of a disc. */
  readonly dashed: boolean;
  readonly strong: boolean;
}

export interface LogCurvesProps {
  readonly label: string;
  /** CSS length. */
  readonly height: string;
  readonly curves: readonly LogCurve[];
  /** Ends of both axes; the horizontal one is logarithmic, and larger than 0. */
  readonly box: readonly [across: Span, up: Span];
  readonly ticks: { readonly across: readonly number[]; readonly up: readonly number[] };
  readonly across: string;
  /** A height with a name of its own. */
  readonly level: { readonly at: number; readonly name: string };
  /** Two heights at one place whose difference is to be seen, and what is said of it. */
  readonly gap?: { readonly at: number; readonly ends: Span; readonly says: string } | undefined;
}

/** Names at the ends: room for one, as a share of the width of the curves, and of their height. */
const ROOM = 0.075;
const APART = 0.062;

/** The same in places of the stage. */
const log = ([x, y]: Place): Place => [Math.log10(x), y];

/** Curves over a logarithmic axis, with their names at their ends. */
export function LogCurves({ label, height, box, ticks, across, ...drawn }: LogCurvesProps) {
  const [[from, to], up] = box;
  const span: Span = [Math.log10(from), Math.log10(to) + ROOM * Math.log10(to / from)];
  const inside = ticks.across.filter((tick) => tick >= from && tick <= to);
  const axis = axisWith(from, to, inside);
  const place = (tick: number): number => shareOf(span, Math.log10(tick));
  return (
    <Stage
      label={label}
      box={[span, up]}
      height={height}
      bare
      axes={<XAxis axis={{ ...axis, place }} label={across} />}
    >
      <Drawn {...drawn} ticks={ticks.up} />
    </Stage>
  );
}

interface DrawnProps extends Pick<LogCurvesProps, "curves" | "level" | "gap"> {
  readonly ticks: readonly number[];
}

function Drawn({ curves, level, gap, ticks }: DrawnProps) {
  const { x, y, box } = useStage();
  const path = (points: readonly Place[]): string =>
    points.length < 2 ? "" : `M${points.map((point) => log(point).join(" ")).join("L")}`;
  const ended = curves.filter(({ points }) => points.length > 0);
  const names = apart(
    ended.map(({ points }) => log(points.at(-1)!)),
    lengthOf(box[0]) * ROOM,
    lengthOf(box[1]) * APART,
  );
  return (
    <Layer>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1="0" x2="100%" y1={y(tick)} y2={y(tick)} stroke="var(--rule)" />
          <text x="0" y={y(tick)} dy="-0.25em">
            <tspan fill="var(--ink-soft)">{formatFixed(tick, 0)}</tspan>
          </text>
        </g>
      ))}
      <line
        x1="0"
        x2="100%"
        y1={y(level.at)}
        y2={y(level.at)}
        stroke="var(--ink-soft)"
        strokeDasharray="2 3"
      />
      <text x="100%" y={y(level.at)} dy="-0.35em" textAnchor="end">
        <tspan fill="var(--ink-soft)">{level.name}</tspan>
      </text>
      <DataUnits>
        {curves.map(({ points, tone, dashed, strong }, i) => (
          // Curves never change places.
          // oxlint-disable-next-line react/no-array-index-key
          <g key={i} className={`lp-tone-${tone}`} opacity={strong ? 1 : 0.6}>
            <path
              d={path(points)}
              strokeWidth={strong ? 3 : 1.25}
              strokeDasharray={dashed ? "6 4" : undefined}
            />
          </g>
        ))}
      </DataUnits>
      {gap && <Gap {...gap} />}
      {ended.map(({ name, points, tone, dashed, strong }, i) => {
        const [end, nats] = log(points.at(-1)!);
        return (
          <g key={`${tone} ${name}`} className={`lp-tone-${tone}`}>
            <circle
              cx={x(end)}
              cy={y(nats)}
              r={strong ? 5 : 3.5}
              fill={dashed ? "var(--paper)" : "var(--tone)"}
              stroke="var(--tone)"
              strokeWidth="1.5"
            />
            <text x={x(end)} dx="8" y={y(names[i]!)} dy="0.34em">
              <tspan fill="var(--tone)" fontWeight={strong ? 700 : 400}>
                {name}
              </tspan>
            </text>
          </g>
        );
      })}
    </Layer>
  );
}

/** Heights of names, near the ends of their curves and below those that would be under them. */
function apart(ends: readonly Place[], width: number, height: number): number[] {
  const heights: number[] = ends.map(([, nats]) => nats);
  const order = ends.map((_, i) => i).toSorted((a, b) => heights[b]! - heights[a]!);
  for (const [rank, i] of order.entries())
    for (const above of order.slice(0, rank))
      if (Math.abs(ends[above]![0] - ends[i]![0]) < width)
        heights[i] = Math.min(heights[i]!, heights[above]! - height);
  return heights;
}

function Gap({ at, ends, says }: NonNullable<LogCurvesProps["gap"]>) {
  const { x, y } = useStage();
  const place = x(Math.log10(at));
  return (
    <>
      {/* Names of curves stand to the right of it. */}
      <line
        x1={place}
        x2={place}
        y1={y(ends[0])}
        y2={y(ends[1])}
        stroke="var(--ink)"
        strokeWidth="2"
      />
      <text x={place} dx="-8" y={y((ends[0] + ends[1]) / 2)} dy="0.34em" textAnchor="end">
        <tspan fontWeight="600">{says}</tspan>
      </text>
    </>
  );
}

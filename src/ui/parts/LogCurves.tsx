import { formatFixed } from "../format-number.ts";
import type { Tone } from "../tone.ts";
import { DataUnits } from "./DataUnits.tsx";
import { Layer } from "./Layer.tsx";
import { NumbersBelow } from "./NumbersBelow.tsx";
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
  /** Names of the looks that curves have, at the top right. */
  readonly looks: readonly (Pick<LogCurve, "tone" | "dashed"> & { readonly name: string })[];
  /** What the names at the ends of curves are. */
  readonly ends: string;
  /** A height with a name of its own. */
  readonly level: { readonly at: number; readonly name: string };
  /** Two heights at one place whose difference is to be seen, and what is said of it. */
  readonly gap?: { readonly at: number; readonly ends: Span; readonly says: string } | undefined;
}

/** Names at the ends: room for two beside one another, as a share of the width of the curves, and for one of their height. */
const ROOM = 0.16;
/** As a share of that width: at the left, for the numbers of the heights. */
const LEFT = 0.09;
const APART = 0.085;
/** Of the width: names nearer to one another than this give way. */
const NEAR = 0.05;
/** px from an end to its name, and to the dashed one’s where all end at one place. */
const ASIDE = [9, 26] as const;

/** Units of a stage for a power of ten: about as many as its height has, since browsers draw lines badly on a plane that is stretched far. */
const POWER = 100;
const logOf = (value: number): number => POWER * Math.log10(value);
/** The same in places of the stage. */
const log = ([x, y]: Place): Place => [logOf(x), y];

/** Curves over a logarithmic axis, with their names at their ends. */
export function LogCurves({ label, height, box, ticks, across, ...drawn }: LogCurvesProps) {
  const [[from, to], up] = box;
  const wide = logOf(to / from);
  const span: Span = [logOf(from) - LEFT * wide, logOf(to) + ROOM * wide];
  const inside = ticks.across.filter((tick) => tick >= from && tick <= to);
  return (
    <Stage
      label={label}
      box={[span, up]}
      height={height}
      bare
      axes={<NumbersBelow span={span} numbers={inside} place={logOf} label={across} />}
    >
      <Drawn {...drawn} ticks={ticks.up} />
    </Stage>
  );
}

interface DrawnProps extends Pick<LogCurvesProps, "curves" | "looks" | "ends" | "level" | "gap"> {
  readonly ticks: readonly number[];
}

function Drawn({ curves, looks, ends: named, level, gap, ticks }: DrawnProps) {
  const { x, y, box } = useStage();
  const path = (points: readonly Place[]): string =>
    points.length < 2 ? "" : `M${points.map((point) => log(point).join(" ")).join("L")}`;
  const ended = curves.filter(({ points }) => points.length > 0);
  const ends = ended.map(({ points }) => log(points.at(-1)!));
  const columns = new Set(ends.map(([end]) => end)).size === 1;
  const names = apart(
    ends.map(([end, nats], i) => [columns && ended[i]!.dashed ? Infinity : end, nats]),
    lengthOf(box[0]) * NEAR,
    lengthOf(box[1]) * APART,
  );
  return (
    <Layer>
      {ticks.map((tick) => (
        <line key={tick} x1="0" x2="100%" y1={y(tick)} y2={y(tick)} stroke="var(--rule)" />
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
      {looks.map(({ name, tone, dashed }, i) => (
        <svg key={name} x="100%" y={y(level.at)} overflow="visible" className={`lp-tone-${tone}`}>
          <svg y={`${i + 1}rem`} overflow="visible">
            <path
              d="M-28 0h24"
              stroke="var(--tone)"
              strokeWidth="2"
              strokeDasharray={dash({ dashed })}
            />
            <text x="-34" dy="0.34em" textAnchor="end">
              <tspan fill="var(--tone)" fontWeight="600">
                {name}
              </tspan>
            </text>
          </svg>
        </svg>
      ))}
      <text x="100%" y={y(level.at)} dy={`${looks.length + 1.25}rem`} textAnchor="end">
        <tspan fill="var(--ink-soft)">{named}</tspan>
      </text>
      <DataUnits>
        {curves.map(({ points, tone, dashed, strong }, i) => (
          // Curves never change places.
          // oxlint-disable-next-line react/no-array-index-key
          <g key={i} className={`lp-tone-${tone}`} opacity={strong ? 1 : 0.6}>
            <path
              d={path(points)}
              strokeWidth={strong ? 3 : 1.25}
              strokeDasharray={dash({ dashed })}
            />
          </g>
        ))}
      </DataUnits>
      {ticks.map((tick) => (
        <text key={tick} x="0" y={y(tick)} dy="-0.25em">
          <tspan fill="var(--ink-soft)">{formatFixed(tick, 0)}</tspan>
        </text>
      ))}
      {gap && <Gap {...gap} />}
      {ended.map(({ name, tone, dashed, strong }, i) => {
        const [end, nats] = ends[i]!;
        return (
          <g key={tone + name} className={`lp-tone-${tone}`}>
            <circle
              cx={x(end)}
              cy={y(nats)}
              r={strong ? 5 : 3.5}
              fill={dashed ? "var(--paper)" : "var(--tone)"}
              stroke="var(--tone)"
              strokeWidth="1.5"
            />
            <text x={x(end)} dx={ASIDE[columns && dashed ? 1 : 0]} y={y(names[i]!)} dy="0.34em">
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

const dash = ({ dashed }: Pick<LogCurve, "dashed">): string | undefined =>
  dashed ? "6 4" : undefined;

/** Rounds in which names that meet give way. */
const ROUNDS = 30;

/** Heights of names: those of their ends, or as near as others leave room. */
function apart(ends: readonly Place[], width: number, height: number): number[] {
  const heights: number[] = ends.map(([, nats]) => nats);
  const order = ends.map((_, i) => i).toSorted((a, b) => heights[a]! - heights[b]!);
  for (let round = 0; round < ROUNDS; round++)
    for (const [rank, upper] of order.entries())
      for (const lower of order.slice(0, rank)) {
        const lacks = height - (heights[upper]! - heights[lower]!);
        const [a, b] = [ends[lower]![0], ends[upper]![0]];
        if (lacks <= 0 || !(a === b || Math.abs(a - b) < width)) continue;
        heights[lower]! -= lacks / 2;
        heights[upper]! += lacks / 2;
      }
  return heights;
}

function Gap({ at, ends, says }: NonNullable<LogCurvesProps["gap"]>) {
  const { x, y, box } = useStage();
  const place = x(logOf(at));
  const left = shareOf(box[0], logOf(at)) > 0.5;
  return (
    <>
      <line x1={place} x2={place} y1={y(Math.max(...ends))} y2="100%" stroke="var(--rule-strong)" />
      <line
        x1={place}
        x2={place}
        y1={y(ends[0])}
        y2={y(ends[1])}
        stroke="var(--ink)"
        strokeWidth="3"
      />
      <text x={place} dx={left ? -8 : 8} y="100%" dy="-0.5em" textAnchor={left ? "end" : "start"}>
        <tspan fontWeight="600">{says}</tspan>
      </text>
    </>
  );
}

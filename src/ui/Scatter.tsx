import { useContext, useMemo } from "react";
import { XAxis, YAxis } from "./Axes.tsx";
import { plainAxis, SIDE } from "./chart-scale.ts";
import { FieldKey } from "./FieldKey.tsx";
import { formatNumber } from "./format-number.ts";
import { Legend, type LegendItem } from "./Legend.tsx";
import { fieldRange, levels, type Field } from "./level-field.ts";
import { Arrows, Goals, type Goal, type Pushes } from "./ScatterMarks.tsx";
import type { Tone } from "./tone.ts";
import { Small } from "./small.ts";
import { useKeptRange, type Range } from "./use-kept-range.ts";
import "./chart-sheets.css";

export interface Cloud {
  readonly label: string;
  readonly tone: Tone;
  /** Hollow or filled: tells two clouds apart without colour. */
  readonly mark: "dot" | "ring";
  /** Row-major `[n, 2]`. */
  readonly xy: ArrayLike<number>;
}

export interface Extent {
  readonly label: string;
  readonly domain: readonly [number, number];
}

export interface ScatterProps {
  /** For as long as it is the same, the scales of colours and arrows only grow; with null they fit what there is. */
  readonly run?: unknown;
  /** Words in the upper corners. */
  readonly corners?: readonly [left: string, right: string];
  readonly goals?: readonly Goal[];
  readonly pushes?: Pushes;
  /** Painted in this order: rings last, since dots show through them. */
  readonly clouds: readonly Cloud[];
  readonly field?: Field;
  readonly x: Extent;
  readonly y: Extent;
}

const TICKS = 5;
/** Radius of a ring, in thousandths of the plot's width. */
const RING = 7;
const CIRCLE = `a${RING} ${RING} 0 1 0 ${2 * RING} 0a${RING} ${RING} 0 1 0 ${-2 * RING} 0`;

/** Points in the plane, over the levels of a field; a unit is equally long on both axes. Says nothing itself: its
 * user gives the text alternative. */
export function Scatter({ clouds, field, x, y, run = null, ...marks }: ScatterProps) {
  const { goals, pushes, corners } = marks;
  const small = useContext(Small);
  const across = plainAxis(x.domain[0], x.domain[1], TICKS);
  const up = plainAxis(y.domain[0], y.domain[1], TICKS);
  const height = (SIDE * (y.domain[1] - y.domain[0])) / (x.domain[1] - x.domain[0]);
  const plane = { x: x.domain, y: y.domain, height };
  const range = useKeptRange(field ? fieldRange(field) : null, run);
  const items: LegendItem[] = clouds.map(({ label, tone, mark }) => ({ label, tone, mark }));
  if (pushes) items.push({ label: pushes.label, tone: "ink", mark: "arrow" });
  return (
    <div className="lp-scatter">
      <div className="lp-plot lp-plot-equal">
        {!small && <YAxis axis={up} label={y.label} />}
        <div className="lp-plot-area">
          <svg className="lp-canvas-equal" viewBox={`0 0 ${SIDE} ${height}`} aria-hidden="true">
            {field && <LevelField field={field} height={height} range={range} />}
            {clouds.map((cloud) => (
              <Points key={cloud.label} {...cloud} x={x.domain} y={y.domain} height={height} />
            ))}
            {pushes && <Arrows pushes={pushes} plane={plane} run={run} />}
            {goals && <Goals goals={goals} plane={plane} />}
          </svg>
          {corners && !small && (
            <div className="lp-corners">
              <span>{corners[0]}</span>
              <span>{corners[1]}</span>
            </div>
          )}
        </div>
        {!small && (
          <>
            <XAxis axis={across} label={x.label} />
            <div className="lp-scatter-key">
              <Legend items={items} />
              {field && <FieldKey field={field} range={range} />}
            </div>
          </>
        )}
      </div>
    </div>
  );
}

interface LevelFieldProps {
  readonly field: Field;
  readonly height: number;
  readonly range: Range | null;
}

function LevelField({ field, height, range }: LevelFieldProps) {
  const small = useContext(Small);
  const { label, values, columns, rows, scale } = field;
  const [low, high] = range ?? [0, 0];
  const drawn = useMemo(
    () => levels({ label, values, columns, rows, scale }, SIDE, height, [low, high]),
    [label, values, columns, rows, scale, height, low, high],
  );
  if (!drawn) return null;
  const flat = drawn.regions.length === 0;
  return (
    <g className={`lp-field-${scale}`}>
      {!flat && <rect width={SIDE} height={height} className="lp-band-0" />}
      {drawn.regions.map((region, i) => (
        // A band is its place in the scale.
        // oxlint-disable-next-line react/no-array-index-key
        <path key={i} d={region} className={`lp-band-${i + 1}`} />
      ))}
      {drawn.zero !== "" && <path className="lp-zero" d={drawn.zero} />}
      {(small ? [] : drawn.names).map(({ x, y, level }) => (
        <text key={`${x} ${y}`} className="lp-level" x={x} y={y} dy="0.34em">
          {formatNumber(level, 1)}
        </text>
      ))}
    </g>
  );
}

interface PointsProps extends Cloud {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  readonly height: number;
}

/** One path for all: a dot is a line of no length with round caps, a ring is two half circles. */
function Points({ xy, tone, mark, x: [left, right], y: [bottom, top], height }: PointsProps) {
  const path = useMemo(() => {
    const shape = mark === "dot" ? "h0" : CIRCLE;
    const back = mark === "dot" ? 0 : RING;
    let d = "";
    for (let i = 0; i + 1 < xy.length; i += 2) {
      const px = Math.round(((xy[i]! - left) / (right - left)) * SIDE);
      const py = Math.round(((top - xy[i + 1]!) / (top - bottom)) * height);
      if (Number.isFinite(px) && Number.isFinite(py)) d += `M${px - back} ${py}${shape}`;
    }
    return d;
  }, [xy, mark, left, right, bottom, top, height]);
  return (
    <g className={`lp-cloud lp-cloud-${mark} lp-tone-${tone}`}>
      <path className="lp-cloud-halo" d={path} />
      <path className="lp-cloud-mark" d={path} />
    </g>
  );
}

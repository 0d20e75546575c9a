import { memo } from "react";
import type { ChartDrawing } from "./chart-drawing.ts";
import { SIDE } from "./chart-scale.ts";
import { hairlines } from "./line-path.ts";
import type { Tone } from "./tone.ts";

export interface ChartCurvesProps {
  readonly drawing: ChartDrawing;
  /** Steps marked by a hairline. */
  readonly marks: readonly number[];
  readonly looks: readonly {
    readonly label: string;
    readonly tone: Tone;
    readonly symbols?: string;
  }[];
}

/** The grid and the lines of a chart, over those of the run before. */
export const ChartCurves = memo(function ChartCurves({ drawing, marks, looks }: ChartCurvesProps) {
  const { x, y, lines } = drawing;
  return (
    <svg className="lp-canvas" viewBox={`0 0 ${SIDE} ${SIDE}`} preserveAspectRatio="none">
      <path
        className="lp-grid"
        d={y.ticks.map(({ at }) => `M0 ${SIDE * (1 - y.place(at))}H${SIDE}`).join("")}
      />
      <path className="lp-change" d={hairlines(marks, x)} />
      <path className="lp-former" d={lines.map(({ former }) => former).join("")} />
      {lines.map(({ path, raw }, i) => {
        const { label, tone, symbols } = looks[i]!;
        return (
          <g key={label} className={`lp-curve lp-tone-${tone}`} data-symbols={symbols}>
            {raw && <path className="lp-raw" d={raw.joined} />}
            <path className={`lp-line lp-dash-${i % 4}`} d={path.joined} />
            <path className="lp-lone" d={path.lone} />
          </g>
        );
      })}
    </svg>
  );
});

/** Triangles at the edges where values lie beyond them. */
export const ClipMarks = memo(function ClipMarks({ drawing }: { readonly drawing: ChartDrawing }) {
  const paths = drawing.lines.map(({ raw, path }) => raw ?? path);
  // Where two lines leave the chart at one place, one triangle says so.
  const above = [...new Set(paths.flatMap((path) => path.above))];
  const below = [...new Set(paths.flatMap((path) => path.below))];
  if (above.length + below.length === 0) return null;
  return (
    <svg className="lp-clips" aria-hidden="true">
      {above.map((at) => (
        <svg key={at} x={`${100 * at}%`}>
          <path d="M0 0l3.5 5h-7z" />
        </svg>
      ))}
      {below.map((at) => (
        <svg key={-at} x={`${100 * at}%`} y="100%">
          <path d="M0 0l3.5 -5h-7z" />
        </svg>
      ))}
    </svg>
  );
});

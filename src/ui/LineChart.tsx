import { useId, type ReactNode } from "react";
import { XAxis, YAxis } from "./Axes.tsx";
import { lastStep, plainAxis, SIDE, valueAxis, type Curve } from "./chart-scale.ts";
import { formatCount, formatNumber } from "./format-number.ts";
import { Help } from "./Help.tsx";
import { Legend } from "./Legend.tsx";
import { hairlines, indexAt, linePath } from "./line-path.ts";
import { LINE_TONES, type Tone } from "./tone.ts";
import { useReading } from "./use-reading.ts";
import "./chart-sheets.css";

export interface Line extends Curve {
  readonly label: string;
  readonly symbol?: ReactNode;
  /** What it is and how to read it. */
  readonly help?: string;
  /** Without one, that of its place among the lines. */
  readonly tone?: Tone;
  readonly dashed?: boolean;
  /** Names of the symbols that it lights up with. */
  readonly symbols?: string;
}

export interface LineChartProps {
  readonly title: string;
  /** What all lines are and how to read them. */
  readonly help?: string;
  /** Label of the vertical axis, with its unit. */
  readonly y: string;
  /** What a step is. */
  readonly x: string;
  readonly lines: readonly Line[];
  /** Where the horizontal axis stops growing. */
  readonly stopAt: number;
  readonly bounds?: readonly [number, number];
  /** Steps marked by a hairline. */
  readonly marks?: readonly number[];
}

const toneOf = ({ tone }: Line, i: number): Tone => tone ?? LINE_TONES[i % LINE_TONES.length]!;
const NO_MARKS: readonly number[] = [];
const TICKS_X = 4;
const TICKS_Y = 3;

/** Curves over steps. The legend shows the latest values, or those under the pointer or the keyboard's cursor. */
export function LineChart({
  title,
  help,
  y: yLabel,
  x: xLabel,
  lines,
  stopAt,
  marks = NO_MARKS,
  bounds,
}: LineChartProps) {
  const titleId = useId();
  const helpId = useId();
  const end = lastStep(lines, stopAt);
  const x = plainAxis(0, end, TICKS_X);
  const y = valueAxis(lines, { ...(bounds && { bounds }), count: TICKS_Y });
  const readable = lines.reduce<ArrayLike<number>>(
    (longest, { steps }) => (steps.length > longest.length ? steps : longest),
    [],
  );
  const reading = useReading(readable, end);

  const at = (line: Line): number =>
    reading.step === null ? line.steps.length - 1 : indexAt(line.steps, reading.step);
  const text = (line: Line): string => {
    const i = at(line);
    return i < 0 ? "–" : formatNumber(line.values[i]!);
  };
  const marker = (line: Line): string => {
    const i = at(line);
    const value = line.values[i];
    if (value === undefined || !Number.isFinite(value)) return "";
    return `M${SIDE * x.place(line.steps[i]!)} ${SIDE * (1 - y.place(value))}h0`;
  };
  const lastReadable = readable[readable.length - 1] ?? 0;

  return (
    <div className="lp-chart">
      <div className="lp-chart-head">
        <span id={titleId} className="lp-chart-title">
          {title}
        </span>
        {help !== undefined && (
          <Help id={helpId} about={title}>
            {help}
          </Help>
        )}
        <span className="lp-chart-unit">
          <span aria-hidden="true">↑ </span>
          {yLabel}
        </span>
        <span className="lp-chart-step">
          {reading.step !== null && `at ${formatCount(reading.step)}`}
        </span>
      </div>
      <Legend
        items={lines.map((line, i) => ({
          label: line.label,
          symbol: line.symbol,
          tone: toneOf(line, i),
          mark: line.dashed ? "dashes" : "line",
          value: text(line),
          help: line.help,
        }))}
      />
      <div className="lp-plot">
        <YAxis axis={y} />
        <div
          className="lp-plot-area lp-plot-readable"
          // A range input could not hold a drawing.
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="slider"
          tabIndex={0}
          aria-labelledby={titleId}
          aria-valuemin={0}
          aria-valuemax={lastReadable}
          aria-valuenow={reading.step ?? lastReadable}
          aria-valuetext={
            reading.step === null
              ? "Latest values. Arrow keys read earlier ones."
              : `${xLabel} ${formatCount(reading.step)}: ${lines.map((line) => `${line.label} ${text(line)}`).join(", ")}`
          }
          {...reading.handlers}
        >
          <svg className="lp-canvas" viewBox={`0 0 ${SIDE} ${SIDE}`} preserveAspectRatio="none">
            <path
              className="lp-grid"
              d={y.ticks.map(({ at: tick }) => `M0 ${SIDE * (1 - y.place(tick))}H${SIDE}`).join("")}
            />
            <path className="lp-change" d={hairlines(marks, x)} />
            {lines.map((line, i) => {
              const { joined, lone } = linePath(line, x, y);
              return (
                <g
                  key={line.label}
                  className={`lp-curve lp-tone-${toneOf(line, i)}`}
                  data-symbols={line.symbols}
                >
                  <path className={line.dashed ? "lp-line lp-dashed" : "lp-line"} d={joined} />
                  <path className="lp-lone" d={lone} />
                </g>
              );
            })}
            {reading.step !== null && (
              <>
                <path className="lp-cursor" d={hairlines([reading.step], x)} />
                {lines.map((line, i) => (
                  <path
                    key={line.label}
                    className={`lp-point lp-tone-${toneOf(line, i)}`}
                    d={marker(line)}
                  />
                ))}
              </>
            )}
          </svg>
        </div>
        <XAxis axis={x} label={xLabel} />
      </div>
    </div>
  );
}

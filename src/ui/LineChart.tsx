import {
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type PointerEvent,
  type ReactNode,
} from "react";
import { XAxis, YAxis } from "./Axes.tsx";
import { createChartDrawing, type ChartData, type DrawableLine } from "./chart-drawing.ts";
import { ChartCurves, ClipMarks } from "./ChartCurves.tsx";
import { EndNames, fitAtEnds, NamesAbove, nameWidth } from "./EndNames.tsx";
import { formatCount, formatNumber } from "./format-number.ts";
import { Help } from "./Help.tsx";
import { Swatch } from "./Legend.tsx";
import { indexAt } from "./line-path.ts";
import { useStepCursor } from "./step-cursor.ts";
import { LINE_TONES, type Tone } from "./tone.ts";
import "./chart-sheets.css";

// Most charts are looked at, not read. React's own way would show it a third of a second later.
const reader = () => import("./ChartReader.tsx");

export interface Line extends DrawableLine {
  readonly label: string;
  readonly symbol?: ReactNode;
  /** What it is and how to read it. */
  readonly help?: string;
  /** Without one, that of its place among the lines. */
  readonly tone?: Tone;
  /** Names of the symbols that it lights up with. */
  readonly symbols?: string;
}

export interface LineChartProps extends Omit<ChartData, "run"> {
  readonly title: string;
  /** What all lines are and how to read them. */
  readonly help?: string;
  /** Label of the vertical axis, with its unit. */
  readonly y: string;
  /** What a step is. */
  readonly x: string;
  readonly lines: readonly Line[];
  /** Steps marked by a hairline. */
  readonly marks?: readonly number[];
  readonly run?: unknown;
}

const toneOf = ({ tone }: Line, i: number): Tone => tone ?? LINE_TONES[i % LINE_TONES.length]!;
const NO_MARKS: readonly number[] = [];

/** Curves over steps. Their names stand at their ends with the latest values, or those at the cursor of the figure. */
export function LineChart({ title, help, y: yLabel, x: xLabel, lines, ...props }: LineChartProps) {
  const { stopAt, marks = NO_MARKS, bounds, run = null } = props;
  const titleId = useId();
  const helpId = useId();
  const [draw] = useState(createChartDrawing);
  const drawing = useMemo(() => {
    const drawn = lines.map((line) => ({ ...line, nameWidth: nameWidth(line, lines.length) }));
    return draw({ lines: drawn, stopAt, bounds, run });
  }, [draw, lines, stopAt, bounds, run]);
  const area = useRef<HTMLDivElement>(null);
  const [cursor, at] = useStepCursor();
  const [awake, setAwake] = useState<Awaited<ReturnType<typeof reader>>>();
  const touched = useRef<number | null>(null);
  const wake = useCallback(({ pointerType, clientX }: Partial<PointerEvent> = {}): void => {
    // A finger comes down before there is anything to follow it.
    touched.current = pointerType === "touch" ? clientX! : null;
    // Where it does not come, the next touch asks again.
    reader().then(setAwake, () => undefined);
  }, []);
  // The cursor may come from another chart of the figure.
  const reading = at !== null;
  useEffect(() => {
    if (reading) wake();
  }, [reading, wake]);

  const { x, y, names: middles, window } = drawing;
  const lastStep = Math.max(0, ...lines.map(({ steps }) => steps[steps.length - 1] ?? 0));
  const named = lines.map((line, i) => {
    const { steps, values } = drawing.lines[i]!.curve;
    const index = at === null ? values.length - 1 : indexAt(steps, at);
    const value = index < 0 ? "–" : formatNumber(values[index]!);
    return { label: line.label, symbol: line.symbol, tone: toneOf(line, i), dash: i, value };
  });
  const atEnds = middles && fitAtEnds(named);
  const looks = useMemo(
    () => lines.map((line, i) => ({ ...line, tone: toneOf(line, i) })),
    [lines],
  );
  const explained = lines.filter(
    (line, i) => line.help && lines.findIndex((other) => other.help === line.help) === i,
  );

  return (
    <div className="lp-chart">
      <div className="lp-chart-head">
        <span id={titleId} className="lp-chart-title">
          {title}
        </span>
        {(help !== undefined || explained.length > 0) && (
          <Help id={helpId} about={title}>
            {help}
            {explained.map((line) => (
              <span key={line.label} className="lp-help-line">
                <b>{line.label}</b>: {line.help}
              </span>
            ))}
            {window > 0 && (
              <span className="lp-help-line">
                Faint: every step. Line, and its number: the median of {window} steps. Triangles:
                values beyond the edge.
              </span>
            )}
          </Help>
        )}
        <span className="lp-chart-unit">
          <span aria-hidden="true">↑ </span>
          {yLabel}
        </span>
      </div>
      {!atEnds && <NamesAbove names={named} />}
      <div className="lp-plot">
        <YAxis axis={y} />
        <div
          ref={area}
          className="lp-plot-area lp-plot-readable"
          // A range input could not hold a drawing.
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="slider"
          tabIndex={0}
          aria-labelledby={titleId}
          aria-valuemin={0}
          aria-valuemax={lastStep}
          aria-valuenow={Math.min(at ?? lastStep, lastStep)}
          aria-valuetext={
            at === null
              ? "Latest values. Arrow keys read earlier ones."
              : `${xLabel} ${formatCount(at)}: ${named.map(({ label, value }) => `${label} ${value}`).join(", ")}`
          }
          onPointerEnter={wake}
          onPointerCancel={() => {
            touched.current = null;
          }}
          onFocus={() => wake()}
        >
          <ChartCurves drawing={drawing} marks={marks} looks={looks} />
          <ClipMarks drawing={drawing} />
          {awake && (
            <awake.ChartReader
              {...{ area, lines, x, y, cursor, at, touched }}
              tone={(i) => toneOf(lines[i]!, i)}
            />
          )}
          {atEnds && <EndNames names={named} middles={middles} />}
        </div>
        <XAxis axis={x} label={xLabel} />
        {drawing.lines.some(({ former }) => former !== "") && (
          <span className="lp-former-name">
            <Swatch mark="line" tone="ink" /> last run
          </span>
        )}
      </div>
    </div>
  );
}

import { useEffect, useRef, type RefObject } from "react";
import { edgeAnchor, SIDE, type Axis, type Curve } from "./chart-scale.ts";
import { formatCount } from "./format-number.ts";
import { hairlines, indexAt } from "./line-path.ts";
import { stepByKey, stepNear } from "./read-steps.ts";
import type { StepCursor } from "./step-cursor.ts";
import type { Tone } from "./tone.ts";

export interface ChartReaderProps {
  /** The chart's plot, which the pointer moves over. */
  readonly area: RefObject<HTMLElement | null>;
  readonly lines: readonly Curve[];
  readonly x: Axis;
  readonly y: Axis;
  readonly cursor: StepCursor;
  /** Where the cursor is. */
  readonly at: number | null;
  /** Where on the screen a finger was already when this came. */
  readonly touched: RefObject<number | null>;
  tone(i: number): Tone;
}

/** Moves the figure's cursor over a chart, by pointer, touch (it stays where the finger left) and keys, and draws it. */
export function ChartReader(props: ChartReaderProps) {
  const { area, lines, x, y, at, touched } = props;
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    const plot = area.current;
    if (!plot) return;
    const leave = new AbortController();
    const { signal } = leave;
    const readable = (): ArrayLike<number> =>
      latest.current.lines.reduce<ArrayLike<number>>(
        (longest, { steps }) => (steps.length > longest.length ? steps : longest),
        [],
      );
    const move = (step: number | null): void => latest.current.cursor.move(step);
    const point = (clientX: number): void => {
      const { left, width } = plot.getBoundingClientRect();
      const step = ((clientX - left) / width) * latest.current.x.domain[1];
      move(stepNear(readable(), step));
    };
    let before: number | null = null;
    if (touched.current !== null) point(touched.current);
    plot.addEventListener(
      "pointerdown",
      ({ clientX }) => {
        before = latest.current.cursor.step();
        point(clientX);
      },
      { signal },
    );
    // The page scrolls: nothing was to be read here.
    plot.addEventListener("pointercancel", () => move(before), { signal });
    plot.addEventListener(
      "pointermove",
      ({ clientX, pointerType, buttons }) => {
        if (pointerType === "mouse" || buttons > 0) point(clientX);
      },
      { signal },
    );
    plot.addEventListener(
      "pointerleave",
      ({ pointerType }) => {
        if (pointerType === "mouse") move(null);
      },
      { signal },
    );
    plot.addEventListener("blur", () => move(null), { signal });
    plot.addEventListener(
      "keydown",
      (event) => {
        if (event.altKey || event.ctrlKey || event.metaKey) return;
        if (event.key === "Escape") return move(null);
        const next = stepByKey(readable(), latest.current.cursor.step(), event.key);
        if (next === null) return;
        event.preventDefault();
        move(next);
      },
      { signal },
    );
    return () => {
      leave.abort();
      move(null);
    };
  }, [area, touched]);

  if (at === null) return null;
  const point = (line: Curve): string => {
    const i = indexAt(line.steps, at);
    const value = line.values[i];
    if (value === undefined || !Number.isFinite(value)) return "";
    return `M${SIDE * x.place(line.steps[i]!)} ${SIDE * (1 - y.place(value))}h0`;
  };
  const across = x.place(at);
  return (
    <>
      <svg className="lp-canvas" viewBox={`0 0 ${SIDE} ${SIDE}`} preserveAspectRatio="none">
        <path className="lp-cursor" d={hairlines([at], x)} />
        {lines.map((line, i) => (
          // Lines never change places.
          // oxlint-disable-next-line react/no-array-index-key
          <path key={i} className={`lp-point lp-tone-${props.tone(i)}`} d={point(line)} />
        ))}
      </svg>
      <svg className="lp-cursor-step" aria-hidden="true">
        <text x={`${100 * across}%`} y="100%" dy="13" textAnchor={edgeAnchor(across)}>
          {formatCount(at)}
        </text>
      </svg>
    </>
  );
}

import { useCallback, useEffect, useRef, type KeyboardEvent } from "react";
import { afterKey, fromPosition, toPosition, type SliderScale } from "./slider-scale.ts";
import "./control-sheets.css";

export interface SliderProps {
  readonly id?: string;
  readonly scale: SliderScale;
  readonly value: number;
  /** Marked by a tick under the track. */
  readonly fallback?: number;
  readonly labelledBy?: string;
  readonly label?: string;
  readonly describedBy?: string;
  /** The value in words for screen readers. */
  readonly valueText: string;
  /** While the thumb moves. */
  onInput(value: number): void;
  /** Once, when the reader lets go. */
  onCommit(value: number): void;
}

/** A native range input over a linear or logarithmic scale; the same keys in every browser. */
export function Slider(props: SliderProps) {
  const { scale, value, fallback } = props;
  const input = useRef<HTMLInputElement>(null);
  const pending = useRef<number | null>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  const move = (next: number): void => {
    if (next === value) return;
    pending.current = next;
    props.onInput(next);
  };
  const commit = useCallback((): void => {
    if (pending.current === null) return;
    const settled = pending.current;
    pending.current = null;
    latest.current.onCommit(settled);
  }, []);

  // React's onChange is the browser's `input`; the browser's own `change` is the one that means "let go".
  useEffect(() => {
    const element = input.current;
    element?.addEventListener("change", commit);
    return () => element?.removeEventListener("change", commit);
  }, [commit]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = afterKey(scale, value, event.key);
    if (next === null) return;
    event.preventDefault();
    move(next);
  };

  const low = toPosition(scale, scale.min);
  const high = toPosition(scale, scale.max);
  const percent = (x: number): string => `${(100 * (toPosition(scale, x) - low)) / (high - low)}%`;

  return (
    <span className="lp-slider">
      <svg className="lp-slider-track" aria-hidden="true">
        <line className="lp-slider-rail" x1="0" x2="100%" y1="50%" y2="50%" />
        <line className="lp-slider-fill" x1="0" x2={percent(value)} y1="50%" y2="50%" />
        {fallback !== undefined && (
          <line
            className="lp-slider-tick"
            x1={percent(fallback)}
            x2={percent(fallback)}
            y1="72%"
            y2="92%"
          />
        )}
      </svg>
      <input
        ref={input}
        id={props.id}
        type="range"
        min={low}
        max={high}
        step="any"
        value={toPosition(scale, value)}
        aria-label={props.label}
        aria-labelledby={props.labelledBy}
        aria-describedby={props.describedBy}
        aria-valuetext={props.valueText}
        onChange={(event) => move(fromPosition(scale, event.target.valueAsNumber))}
        onKeyDown={onKeyDown}
        onKeyUp={commit}
        onBlur={commit}
      />
    </span>
  );
}

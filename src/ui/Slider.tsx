import { useCallback, useEffect, useRef, type KeyboardEvent, type PointerEvent } from "react";
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

/** A finger on the slider. */
interface Finger {
  readonly x: number;
  readonly y: number;
  /** It has not moved sideways: it may yet scroll the page. */
  rests: boolean;
  /** The value where it came down, and the one that it asks for meanwhile. */
  readonly from: number;
  asks: number;
}

/** A native range input over a linear or logarithmic scale; the same keys in every browser. */
export function Slider(props: SliderProps) {
  const { scale, value, fallback } = props;
  const input = useRef<HTMLInputElement>(null);
  const pending = useRef<number | null>(null);
  const finger = useRef<Finger | null>(null);
  /** A pointer holds the thumb; where the browser has let go of it, from where it goes on. */
  const held = useRef<boolean | { readonly x: number; readonly from: number }>(false);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  const move = (next: number): void => {
    if (finger.current?.rests) {
      finger.current.asks = next;
      return;
    }
    if (next === value) return;
    pending.current = next;
    props.onInput(next);
  };
  const commit = useCallback((): void => {
    // It is laid out anew under the hand, which the browser takes for its end.
    if (held.current) return;
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

  const lands = ({ pointerType, button, clientX: x, clientY: y }: PointerEvent): void => {
    held.current = button === 0;
    if (pointerType === "touch") finger.current = { x, y, rests: true, from: value, asks: value };
  };
  const goes = (): void => {
    if (!finger.current?.rests) return;
    finger.current.rests = false;
    move(finger.current.asks);
  };
  const lifts = (): void => {
    const alone = held.current !== true;
    held.current = false;
    goes();
    finger.current = null;
    // Else the browser's `change` follows.
    if (alone) commit();
  };
  const isLost = ({ currentTarget, pointerId, clientX: x }: PointerEvent): void => {
    if (!held.current) return;
    currentTarget.setPointerCapture(pointerId);
    held.current = { x, from: toPosition(scale, value) };
  };
  /** The browser took it away, to scroll for one: nothing shall have happened. */
  const isTaken = (): void => {
    const from = finger.current?.from;
    held.current = false;
    finger.current = null;
    if (from === undefined || pending.current === null) return;
    pending.current = null;
    props.onInput(from);
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
        onPointerDown={lands}
        onPointerMove={({ clientX, clientY, currentTarget }) => {
          if (typeof held.current === "object") {
            const moved = (clientX - held.current.x) / currentTarget.clientWidth;
            move(fromPosition(scale, held.current.from + moved * (high - low)));
          }
          const { x, y } = finger.current ?? { x: clientX, y: clientY };
          if (Math.abs(clientX - x) > Math.abs(clientY - y)) goes();
        }}
        onPointerUp={lifts}
        onPointerCancel={isTaken}
        onLostPointerCapture={isLost}
        onKeyUp={commit}
        onBlur={() => {
          held.current = false;
          commit();
        }}
      />
    </span>
  );
}

import { useId, useState, type KeyboardEvent, type ReactNode } from "react";
import { formatNumber } from "../format-number.ts";
import type { Tone } from "../tone.ts";
import { VisuallyHidden } from "../VisuallyHidden.tsx";
import type { Box, Numbers } from "./stage-box.ts";
import { Layer } from "./Layer.tsx";
import { padAfterKey, type PadRules, type PadState } from "./pad-keys.ts";
import { countOf, pointAt } from "./point-sets.ts";
import { Stage } from "./Stage.tsx";
import { useStage } from "./stage-scale.ts";
import { usePadPointer } from "./use-pad-pointer.ts";
import "./part-sheets.css";

export interface PointPadProps {
  /** `[n, 2]` */
  readonly values: Numbers;
  readonly box: Box;
  readonly label: string;
  /** How much of each is gone, 0 to 1; more than half gone, it is hollow. */
  readonly faded?: ArrayLike<number>;
  /** Fewest and most points. Default 0 and no bound. */
  readonly least?: number;
  readonly most?: number;
  readonly step?: number;
  readonly tone?: Tone;
  /** CSS px, where there is room for it. */
  readonly width?: number;
  readonly axes?: ReactNode;
  /** While the reader moves a point, and once more with the set as it was if that is given up. */
  onInput(values: Numbers): void;
  onCommit(values: Numbers): void;
}

/** A set of points that the reader puts down, moves and takes away. */
export function PointPad({ label, box, width, axes, ...set }: PointPadProps) {
  return (
    <Stage box={box} {...(width !== undefined && { width })} {...(axes && { axes })}>
      <Points {...set} box={box} label={label} />
    </Stage>
  );
}

const KEYS =
  "Arrow keys go from point to point. Enter picks a point up, then arrow keys move it, Enter puts it down and Escape back. " +
  "N puts down a new one, Delete takes one away.";

function Points({ label, ...props }: PointPadProps) {
  const { values, box, faded, least = 0, most = Infinity, step, tone, onInput, onCommit } = props;
  const { x, y } = useStage();
  const helpId = useId();
  const [state, setState] = useState<PadState>({ current: 0, before: null });
  const rules: PadRules = { box, least, most, step };
  const n = countOf(values);
  const current = Math.min(state.current, n - 1);
  const put = (points: Numbers): void => {
    setState(({ current: i }) => ({ current: i, before: null }));
    onCommit(points);
  };
  const { escape, ...pointer } = usePadPointer({
    points: values,
    rules,
    onTake: (i) => setState({ current: i, before: null }),
    onInput,
    onCommit,
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape" && escape()) {
      event.preventDefault();
      return;
    }
    const turn = padAfterKey(event, { current, before: state.before }, values, rules);
    if (!turn) return;
    event.preventDefault();
    setState(turn.state);
    if (turn.says === "input") onInput(turn.points);
    if (turn.says === "commit") onCommit(turn.points);
  };

  return (
    <>
      <Layer className={tone && `lp-tone-${tone}`}>
        <g
          className="lp-points"
          // Its keys are its own, and described.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          role="application"
          aria-label={label}
          aria-describedby={helpId}
          data-held={state.before !== null}
          {...pointer}
          onKeyDown={onKeyDown}
          onBlur={() => state.before && put(values)}
        >
          <rect className="lp-points-area" width="100%" height="100%" />
          {Array.from({ length: n }, (_, i) => {
            const at = pointAt(values, i);
            const gone = faded?.[i] ?? 0;
            return (
              <g key={i} className={i === current ? "lp-points-current" : undefined}>
                <circle className="lp-points-ring" cx={x(at[0])} cy={y(at[1])} r="9" />
                <circle
                  className={gone > 0.5 ? "lp-points-gone" : "lp-points-point"}
                  cx={x(at[0])}
                  cy={y(at[1])}
                  r="4.5"
                  opacity={1 - 0.5 * gone}
                />
              </g>
            );
          })}
        </g>
      </Layer>
      <VisuallyHidden id={helpId}>{KEYS}</VisuallyHidden>
      <VisuallyHidden live>{spoken(values, current, state.before !== null)}</VisuallyHidden>
    </>
  );
}

function spoken(points: Numbers, i: number, held: boolean): string {
  const n = countOf(points);
  if (n === 0) return "No points.";
  const [x, y] = pointAt(points, i).map((value) => formatNumber(value));
  return `${held ? "Picked up: point" : "Point"} ${i + 1} of ${n}, ${x}, ${y}`;
}

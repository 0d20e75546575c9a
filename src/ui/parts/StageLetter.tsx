import type { ReactNode } from "react";
import type { Tone } from "../tone.ts";
import { Layer } from "./Layer.tsx";
import type { Box, Place } from "./stage-box.ts";
import { useStage } from "./stage-scale.ts";

export interface StageLetterProps {
  /** In data units; `dx` and `dy` in CSS px from there. */
  readonly at: Place;
  readonly dx?: number;
  readonly dy?: number;
  readonly anchor?: "start" | "middle" | "end";
  /** That of what it names. */
  readonly tone?: Tone;
  readonly children: ReactNode;
}

/** A letter of a formula beside what it stands for. */
export function StageLetter({ at, dx = 0, dy = 0, anchor = "middle", ...props }: StageLetterProps) {
  const { x, y } = useStage();
  return (
    <Layer className={props.tone ? `lp-tone-${props.tone}` : ""}>
      <text
        className="lp-stage-letter"
        x={x(at[0])}
        y={y(at[1])}
        dx={dx}
        dy={dy + 5}
        textAnchor={anchor}
      >
        {props.children}
      </text>
    </Layer>
  );
}

/** The edge of what is painted on a stage with room around it. */
export function StageBorder({ of: [[left, right], [bottom, top]] }: { readonly of: Box }) {
  const { x, y, width, height } = useStage();
  return (
    <Layer>
      <rect
        className="lp-border"
        x={x(left)}
        y={y(top)}
        width={width(Math.abs(right - left))}
        height={height(Math.abs(bottom - top))}
      />
    </Layer>
  );
}

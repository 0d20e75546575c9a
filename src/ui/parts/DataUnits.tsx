import type { ReactNode } from "react";
import { lengthOf } from "./stage-box.ts";
import { useStage } from "./stage-scale.ts";
import "./part-sheets.css";

/** Paths in data units within a `Layer`. Their strokes are in CSS px all the same, so a dot is a line of no length with round caps. */
export function DataUnits({ children }: { readonly children: ReactNode }) {
  const [[left, right], [bottom, top]] = useStage().box;
  const [x, y] = [Math.min(left, right), Math.min(bottom, top)];
  const width = lengthOf([left, right]);
  const height = lengthOf([bottom, top]);
  // The screen counts rightwards and downwards.
  const across = right > left ? "" : `translate(${left + right} 0) scale(-1 1)`;
  const down = bottom > top ? "" : `translate(0 ${bottom + top}) scale(1 -1)`;
  return (
    <svg
      className="lp-data-units"
      viewBox={`${x} ${y} ${width} ${height}`}
      preserveAspectRatio="none"
    >
      <g transform={`${across} ${down}`}>{children}</g>
    </svg>
  );
}

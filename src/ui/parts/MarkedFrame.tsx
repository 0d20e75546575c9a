import type { Box } from "./stage-box.ts";
import { useStage } from "./stage-scale.ts";

export interface MarkedFrameProps {
  readonly at: Box;
  readonly wrong?: boolean;
}

/** A frame in a layer, which says in form and colour whether what it is around is right. */
export function MarkedFrame({
  at: [[left, right], [bottom, top]],
  wrong = false,
}: MarkedFrameProps) {
  const { x, y, width, height } = useStage();
  return (
    <rect
      x={x(left)}
      y={y(top)}
      width={width(right - left)}
      height={height(bottom - top)}
      fill="none"
      stroke={wrong ? "var(--data-made)" : "var(--data-real)"}
      strokeWidth={wrong ? 2.5 : 1.5}
      strokeDasharray={wrong ? "5 3" : undefined}
    />
  );
}

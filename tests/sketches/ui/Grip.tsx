import { useRef } from "react";
import { useDrag } from "./use-drag.ts";

export interface GripProps {
  readonly label: string;
  /** The middle of what is dragged. */
  readonly at: readonly [x: number, y: number];
  /** Its width. */
  readonly size: number;
  /** Width of the picture that it lies on, in the same unit; the grip stays inside. */
  readonly side: number;
  onInput(at: readonly [x: number, y: number]): void;
  onCommit(at: readonly [x: number, y: number]): void;
}

const inside = (x: number, side: number): number => Math.min(side - 1, Math.max(0, x));

/** A frame on a picture, dragged by its middle. It covers the picture; only the middle takes the pointer. */
export function Grip({ label, at, size, side, onInput, onCommit }: GripProps) {
  const [x, y] = at;
  const latest = useRef(at);
  const drag = useDrag({
    onMove(dx, dy) {
      // The handle is as wide as three pixels of the picture.
      latest.current = [inside(x + 3 * (dx - 0.5), side), inside(y + 3 * (dy - 0.5), side)];
      onInput(latest.current);
    },
    onEnd: () => onCommit(latest.current),
  });
  return (
    <svg
      viewBox={`-0.5 -0.5 ${side} ${side}`}
      style={{ position: "absolute", inset: 0, pointerEvents: "none" }}
    >
      <rect
        x={x - size / 2}
        y={y - size / 2}
        width={size}
        height={size}
        fill="none"
        stroke="#d5006c"
        strokeWidth="0.3"
      />
      <rect
        {...drag}
        // In a drawing there is no `img` element.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="img"
        aria-label={label}
        x={x - 1.5}
        y={y - 1.5}
        width="3"
        height="3"
        fill="#d5006c99"
        style={{ ...drag.style, pointerEvents: "all", cursor: "move" }}
      />
    </svg>
  );
}

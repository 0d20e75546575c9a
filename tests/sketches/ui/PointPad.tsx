import { useEffect, useRef } from "react";
import type { Numbers } from "./arrays.ts";
import { Cloud } from "./Cloud.tsx";
import { useDrag } from "./use-drag.ts";

export interface PointPadProps {
  readonly values: Numbers;
  readonly strength?: ArrayLike<number>;
  readonly label: string;
  readonly size: number;
  onInput(values: Numbers): void;
  onCommit(values: Numbers): void;
}

/** Points in the box from -1 to 1; the nearest one follows the pointer. */
export function PointPad({ values, strength, label, size, onInput, onCommit }: PointPadProps) {
  const latest = useRef(values);
  useEffect(() => {
    latest.current = values;
  });
  const held = useRef(0);
  const drag = useDrag({
    onMove(shareX, shareY, first) {
      const { shape, data } = latest.current;
      const [x, y] = [2.1 * shareX - 1.05, 2.1 * shareY - 1.05];
      const distance = (i: number): number => Math.hypot(data[2 * i]! - x, data[2 * i + 1]! - y);
      if (first) {
        held.current = 0;
        for (let i = 1; i < shape[0]!; i++)
          if (distance(i) < distance(held.current)) held.current = i;
      }
      const next = data.slice();
      const inBox = (at: number): number => Math.min(1, Math.max(-1, at));
      next.set([inBox(x), inBox(y)], 2 * held.current);
      latest.current = { shape, data: next };
      onInput(latest.current);
    },
    onEnd: () => onCommit(latest.current),
  });
  return (
    <div {...drag} style={{ ...drag.style, display: "inline-block", lineHeight: 0 }}>
      <Cloud label={label} points={values} strength={strength} size={size} />
    </div>
  );
}

import { useEffect, useRef } from "react";
import { pictureOf, type Numbers } from "./arrays.ts";
import { Pixels } from "./Pixels.tsx";
import { useDrag } from "./use-drag.ts";

export interface DrawingPadProps {
  readonly values: Numbers;
  /** Which of several drawings. */
  readonly index?: number;
  readonly label: string;
  /** Width on the page, px. */
  readonly size: number;
  onInput(values: Numbers): void;
  onCommit(values: Numbers): void;
}

/** Half the width of the pen, pixels of the drawing. */
const PEN = 1;

/** One drawing, drawn on with a pen; a press on ink rubs out. */
export function DrawingPad({ values, index = 0, label, size, onInput, onCommit }: DrawingPadProps) {
  const { width, height } = pictureOf(values);
  // Several moves may come before the next render.
  const latest = useRef(values);
  useEffect(() => {
    latest.current = values;
  });
  const stroke = useRef({ x: 0, y: 0, ink: 1 });

  const drag = useDrag({
    onMove(shareX, shareY, first) {
      const [x, y] = [shareX * width - 0.5, shareY * height - 0.5];
      const { data, shape } = latest.current;
      const start = index * width * height;
      if (first) {
        const under = data[start + Math.round(y) * width + Math.round(x)] ?? 0;
        stroke.current = { x, y, ink: under > 0.5 ? 0 : 1 };
      }
      const from = stroke.current;
      const next = data.slice();
      const dots = Math.max(1, Math.ceil(2 * Math.hypot(x - from.x, y - from.y)));
      for (let k = 0; k <= dots; k++)
        dot(from.x + ((x - from.x) * k) / dots, from.y + ((y - from.y) * k) / dots);
      stroke.current = { x, y, ink: from.ink };
      if (next.every((value, i) => value === data[i])) return;
      latest.current = { shape, data: next };
      onInput(latest.current);

      function dot(cx: number, cy: number): void {
        for (let j = Math.ceil(cy - PEN); j <= cy + PEN; j++)
          for (let i = Math.ceil(cx - PEN); i <= cx + PEN; i++)
            if (i >= 0 && i < width && j >= 0 && j < height) next[start + j * width + i] = from.ink;
      }
    },
    onEnd: () => onCommit(latest.current),
  });
  return (
    <div
      {...drag}
      style={{ ...drag.style, display: "inline-block", cursor: "crosshair", outline: "1px solid" }}
    >
      <Pixels values={values} index={index} label={label} most={1} size={size} />
    </div>
  );
}

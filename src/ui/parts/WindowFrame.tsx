import type { Tone } from "../tone.ts";
import { Layer } from "./Layer.tsx";
import type { Place } from "./stage-box.ts";
import { useStage } from "./stage-scale.ts";
import "./part-sheets.css";

export interface WindowFrameProps {
  /** Centre and side, data units. */
  readonly at: Place;
  readonly side: number;
  /** Of its filters, data units: blurred ones have a thicker frame. */
  readonly deviation: number;
  readonly tone: Tone;
}

/** CSS px of a frame, and how many for a deviation of one unit. */
const WIDTH = { least: 1, most: 4, of: 1.2 };

/** DRAW’s window as a frame on a picture, as the paper draws it: around the outermost grid points. What lies off the picture is cut off. */
export function WindowFrame({ at: [gX, gY], side, deviation, tone }: WindowFrameProps) {
  const { x, y, width, height } = useStage();
  return (
    <Layer className={`lp-within lp-window-frame lp-tone-${tone}`}>
      <rect
        x={x(gX - side / 2)}
        y={y(gY - side / 2)}
        width={width(side)}
        height={height(side)}
        strokeWidth={Math.min(WIDTH.most, Math.max(WIDTH.least, WIDTH.of * deviation)).toFixed(1)}
      />
    </Layer>
  );
}

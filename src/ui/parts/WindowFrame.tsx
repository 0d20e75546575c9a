import type { Tone } from "../tone.ts";
import { Layer } from "./Layer.tsx";
import type { Numbers, Place } from "./stage-box.ts";
import { useStage } from "./stage-scale.ts";
import "./part-sheets.css";

export interface WindowFrameProps {
  /** Rows of four: centre across and down, side, and deviation of the filters, in pixels of a picture. Blurred windows have a thicker frame. */
  readonly windows: Numbers | undefined;
  /** Before the first there is none. */
  readonly row: number;
  readonly tone: Tone;
  /** The picture's corner on the stage, and a pixel's side: by default of one that stands alone. */
  readonly corner?: Place;
  readonly pixel?: number;
}

const ALONE: Place = [-0.5, -0.5];

/** CSS px of a frame, and how many for a deviation of one pixel. */
const WIDTH = { least: 1, most: 4, of: 1.2 };

/** DRAW’s window as a frame on a picture, as the paper draws it: around the outermost grid points. What lies off the picture is cut off. */
export function WindowFrame(props: WindowFrameProps) {
  const { windows, row, tone, corner = ALONE, pixel = 1 } = props;
  const { x, y, width, height } = useStage();
  if (!windows || row < 0) return null;
  const [gX, gY, side, deviation] = windows.data.subarray(4 * row);
  const from = (g: number): number => (g + 0.5 - side! / 2) * pixel;
  const strokeWidth = Math.min(WIDTH.most, Math.max(WIDTH.least, WIDTH.of * deviation!));
  return (
    <Layer className={`lp-within lp-window-frame lp-tone-${tone}`}>
      <rect
        x={x(corner[0] + from(gX!))}
        y={y(corner[1] + from(gY!))}
        width={width(side! * pixel)}
        height={height(side! * pixel)}
        strokeWidth={strokeWidth.toFixed(1)}
      />
    </Layer>
  );
}

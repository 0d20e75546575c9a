import { useContext } from "react";
import type { Box, Numbers, Span } from "./stage-box.ts";
import { Layer } from "./Layer.tsx";
import { isPierced, pictureAt, strengthOn, type PixelScale } from "./pixel-scale.ts";
import { Small } from "../small.ts";
import { holes, LEVELS, pixelRuns } from "./pixel-runs.ts";
import { useStage } from "./stage-scale.ts";

export interface DrawnPixelsProps {
  readonly values: Numbers;
  readonly index: number;
  readonly scale: PixelScale;
  readonly range: Span;
  readonly label?: string;
  readonly at: Box;
}

/** The picture as it stands in a page without scripts and on paper. */
export function PixelsStill({ values, index, scale, range, label, at }: DrawnPixelsProps) {
  const { x, y, width, height } = useStage();
  const [[left, right], [bottom, top]] = at;
  const picture = pictureAt(values, index);
  const strength = strengthOn(scale, range);
  const levels = LEVELS[useContext(Small) ? "small" : values.shape.length > 2 ? "several" : "full"];
  const { columns, rows } = picture;
  return (
    <Layer className="lp-layer-picture" label={label}>
      <svg
        className={`lp-pixels-still lp-pixels-${scale}`}
        x={x(left)}
        y={y(top)}
        width={width(Math.abs(right - left))}
        height={height(Math.abs(bottom - top))}
        viewBox={`0 -0.5 ${columns} ${rows}`}
        preserveAspectRatio="none"
      >
        <rect className="lp-pixels-paper" y="-0.5" width={columns} height={rows} />
        {pixelRuns(picture, strength, levels).map(({ opacity, negative, path }) => (
          <path
            key={`${negative} ${opacity}`}
            className={negative ? "lp-pixels-negative" : undefined}
            strokeOpacity={opacity}
            d={path}
          />
        ))}
        {isPierced(picture, scale) && (
          <path className="lp-pixels-holes" d={holes(picture, strength)} />
        )}
      </svg>
    </Layer>
  );
}

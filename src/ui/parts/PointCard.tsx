import type { ReactNode } from "react";
import type { Numbers } from "./stage-box.ts";
import { ColourPicture, isColour } from "./ColourPicture.tsx";
import { Pixels } from "./Pixels.tsx";
import { HEIGHTS, WIDTH, type Placed, type Projection } from "./sphere-view.ts";

export interface PointCardProps {
  /** Of the point. */
  readonly place: Placed;
  readonly projection: Projection;
  readonly index: number;
  readonly pictures?: Numbers;
  /** Its name. */
  readonly children: ReactNode;
}

const percent = (units: number): string => `${(100 * units) / WIDTH}%`;

/** What a point of a sphere stands for, beside it: its picture and its class. Only on a page with scripts, so it may have a style. */
export function PointCard({ place, projection, index, pictures, children }: PointCardProps) {
  const top = place.y + (WIDTH - HEIGHTS[projection]) / 2;
  return (
    <div
      className={place.x > WIDTH / 2 ? "lp-point-card lp-point-left" : "lp-point-card"}
      style={{ left: percent(place.x), top: percent(top) }}
      aria-hidden="true"
    >
      {pictures && (
        <div className="lp-point-picture">
          {isColour(pictures) ? (
            <ColourPicture values={pictures} index={index} />
          ) : (
            <Pixels values={pictures} index={index} scale="ink" />
          )}
        </div>
      )}
      <span>{children}</span>
    </div>
  );
}

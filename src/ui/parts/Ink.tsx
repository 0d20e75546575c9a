import { useMemo } from "react";
import type { Picture } from "./brush.ts";
import { inkPaths } from "./ink-paths.ts";
import "./ink.css";

export interface InkProps {
  readonly picture: Picture;
  readonly levels?: number;
  /** Text alternative; without one it says nothing. */
  readonly label?: string;
}

/** A small grey picture, as large as there is room. */
export function Ink({ picture, levels = 16, label }: InkProps) {
  const { width, height, data } = picture;
  const paths = useMemo(
    () => inkPaths({ width, height, data }, levels),
    [width, height, data, levels],
  );
  return (
    <svg
      className="lp-ink"
      viewBox={`0 0 ${width} ${height}`}
      {...(label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label })}
    >
      {paths.map(({ ink, d }) => (
        <path key={ink} d={d} fillOpacity={ink} />
      ))}
    </svg>
  );
}

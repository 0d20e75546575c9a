import type { Tone } from "../tone.ts";
import { DataUnits } from "./DataUnits.tsx";
import { densities } from "./densities.ts";
import { Layer } from "./Layer.tsx";
import { useStage } from "./stage-scale.ts";
import "./part-sheets.css";

export interface HistogramProps {
  readonly label: string;
  readonly values: ArrayLike<number>;
  readonly bins: number;
  readonly tone: Tone;
  /** Filled columns, or their outline alone, which leaves others to be seen. */
  readonly mark: "columns" | "outline";
}

/** How often numbers are where on a stage whose vertical axis is density; those beyond its ends are said, not drawn. */
export function Histogram({ label, values, bins, tone, mark }: HistogramProps) {
  const { box, x, y, ...size } = useStage();
  const [[left, right], [, top]] = box;
  const heights = densities(values, [left, right], bins);
  const width = (right - left) / bins;
  const height = (i: number): number => Math.min(top, heights[i]!);
  const columns = Array.from({ length: bins }, (_, i) => i);
  const className = `lp-histogram-${mark} lp-tone-${tone}`;
  if (mark === "outline") {
    const d = `M${left} 0${columns.map((i) => `V${height(i)}h${width}`).join("")}V0`;
    return (
      <Layer label={label}>
        <DataUnits>
          <path className={className} d={d} />
        </DataUnits>
      </Layer>
    );
  }
  // Not in units of the data: where densities are hundredths, Chromium smears what it fills over half the page.
  return (
    <Layer label={label}>
      <g className={className}>
        {columns.map((i) => (
          <rect
            key={i}
            x={x(left + i * width)}
            y={y(height(i))}
            width={size.width(width)}
            height={size.height(height(i))}
          />
        ))}
      </g>
    </Layer>
  );
}

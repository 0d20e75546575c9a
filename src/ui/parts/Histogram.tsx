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
  const { box } = useStage();
  const [[left, right], [, top]] = box;
  const heights = densities(values, [left, right], bins);
  const width = (right - left) / bins;
  const height = (i: number): number => Math.min(top, heights[i]!);
  const columns = Array.from({ length: bins }, (_, i) => i);
  const d =
    mark === "columns"
      ? columns
          .filter((i) => heights[i]! > 0)
          .map((i) => `M${left + i * width} 0v${height(i)}h${width}V0z`)
          .join("")
      : `M${left} 0${columns.map((i) => `V${height(i)}h${width}`).join("")}V0`;
  return (
    <Layer label={label}>
      <DataUnits>
        <path className={`lp-histogram-${mark} lp-tone-${tone}`} d={d} />
      </DataUnits>
    </Layer>
  );
}

import type { Tone } from "../tone.ts";
import { DataUnits } from "./DataUnits.tsx";
import { Layer } from "./Layer.tsx";
import { StageLetter } from "./StageLetter.tsx";
import { inside, type Place } from "./stage-box.ts";
import { useStage } from "./stage-scale.ts";

export interface FilterGridProps {
  /** Places of the grid's columns and of its rows, data units. */
  readonly across: readonly number[];
  readonly down: readonly number[];
  /** Of every filter, data units. */
  readonly deviation: number;
  /** CSS px a data unit, for points that leave room between them. */
  readonly scale: number;
  readonly tone: Tone;
}

/** More points than this a side, and circles are faint. */
const DENSE = 6;
/** Data units that the letter needs beside the last circle. */
const LETTER = 3;

/** Filters on a grid: its points, and around each a circle of one standard deviation, as far as they lie on the stage. */
export function FilterGrid({ across, down, deviation: r, scale, tone }: FilterGridProps) {
  const { box } = useStage();
  const points = down.flatMap((y) => across.map((x): [number, number] => [x, y]));
  const circles = points.map(
    ([x, y]) => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`,
  );
  const dots = points.map(([x, y]) => `M${x} ${y}h0`).join("");
  const dot = Math.min(4, Math.max(1.5, 0.4 * (across[1]! - across[0]!) * scale));
  const right = across.at(-1)! + r;
  const fits = right + LETTER < box[0][1];
  const letter: Place = [fits ? right : across[0]! - r, down.at(-1)!];
  const seen = letter.every((place, i) => place === inside(box[i]!, place));
  return (
    <>
      <Layer className={`lp-within lp-tone-${tone}`}>
        <DataUnits>
          <path d={circles.join("")} strokeOpacity={across.length > DENSE ? 0.35 : 0.7} />
          <path className="lp-halo" d={dots} strokeWidth={dot + 2} />
          <path d={dots} strokeWidth={dot} />
        </DataUnits>
      </Layer>
      {seen && (
        <StageLetter tone={tone} at={letter} dx={fits ? 3 : -3} anchor={fits ? "start" : "end"}>
          σ
        </StageLetter>
      )}
    </>
  );
}

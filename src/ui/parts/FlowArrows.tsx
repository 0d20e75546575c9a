import { DataUnits } from "./DataUnits.tsx";
import { Layer } from "./Layer.tsx";
import type { Place } from "./stage-box.ts";
import { useStage } from "./stage-scale.ts";
import "./part-sheets.css";

/** An arrow, as `arrowPath` makes them in data units, and a word that stands just above a place. */
export interface FlowArrow {
  readonly path: string;
  readonly says: string;
  readonly at: Place;
}

/** Arrows from box to box of a plan, each with what happens on its way. */
export function FlowArrows({ arrows }: { readonly arrows: readonly FlowArrow[] }) {
  const { x, y } = useStage();
  return (
    <>
      <Layer className="lp-flow">
        <DataUnits>
          {arrows.map(({ path }) => (
            <path key={path} d={path} />
          ))}
        </DataUnits>
      </Layer>
      <Layer>
        {arrows.map(({ path, says, at }) => (
          <text
            key={path}
            x={x(at[0])}
            y={y(at[1])}
            dy="-4"
            textAnchor="middle"
            fill="var(--ink-soft)"
          >
            {says}
          </text>
        ))}
      </Layer>
    </>
  );
}

import type { Tone } from "../tone.ts";
import { Layer } from "./Layer.tsx";
import type { Place } from "./stage-box.ts";
import { useStage } from "./stage-scale.ts";
import "./part-sheets.css";

export interface WindowPathProps {
  /** Where the middles of windows were, one after the other, data units. */
  readonly places: readonly Place[];
  readonly tone: Tone;
}

/** The way of a window: a dot for each middle, the newest filled, joined by lines. */
export function WindowPath({ places, tone }: WindowPathProps) {
  const { x, y } = useStage();
  return (
    <Layer className={`lp-within lp-window-path lp-tone-${tone}`}>
      {places.slice(1).map((to, i) => {
        const from = places[i]!;
        // Places have no names, and never change their order.
        // oxlint-disable-next-line react/no-array-index-key
        return <line key={i} x1={x(from[0])} y1={y(from[1])} x2={x(to[0])} y2={y(to[1])} />;
      })}
      {places.map(([a, b], i) => (
        // oxlint-disable-next-line react/no-array-index-key
        <circle key={i} cx={x(a)} cy={y(b)} r="2.5" data-newest={i === places.length - 1} />
      ))}
    </Layer>
  );
}

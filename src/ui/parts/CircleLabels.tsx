import type { Tone } from "../tone.ts";
import { Layer } from "./Layer.tsx";
import { spread } from "./spread.ts";
import type { Place } from "./stage-box.ts";
import { useStage } from "./stage-scale.ts";

export interface CircleLabel {
  /** Of what it names, on the unit circle. */
  readonly at: Place;
  readonly tone: Tone;
  readonly name: string;
  readonly text: string;
}

export interface CircleLabelsProps {
  readonly labels: readonly CircleLabel[];
  /** How low and how high they may stand. */
  readonly within: readonly [low: number, high: number];
}

/** From the circle, and between two: radii, for a circle of 125 to 150 px. */
const OFF = 0.19;
const APART = 0.24;

/** Names and numbers of points on the unit circle, outside of it: at the height of each, moved where two would meet. */
export function CircleLabels({ labels, within }: CircleLabelsProps) {
  const { x, y } = useStage();
  const sides = [-1, 1].map((side) => labels.filter(({ at }) => at[0] < 0 === side < 0));
  return (
    <Layer>
      {sides.flatMap((side) => {
        const heights = spread(
          side.map(({ at }) => at[1]),
          APART,
          within,
        );
        return side.map(({ at, tone, name, text }, i) => {
          const up = heights[i]!;
          // Beside the point, and where it had to move, beside the circle.
          const out = OFF + Math.max(Math.abs(at[0]), Math.sqrt(Math.max(0, 1 - up ** 2)));
          return (
            <text
              key={name}
              x={x(at[0] < 0 ? -out : out)}
              y={y(up)}
              dy="0.34em"
              textAnchor={at[0] < 0 ? "end" : "start"}
            >
              <tspan fill={`var(--data-${tone})`}>
                <tspan fontWeight="600">{name}</tspan> {text}
              </tspan>
            </text>
          );
        });
      })}
    </Layer>
  );
}

import { percent } from "../percent.ts";
import type { Tone } from "../tone.ts";
import { useStage } from "./stage-scale.ts";

export interface FanBars {
  /** Of each class a share of 1. */
  readonly shares: ArrayLike<number>;
  readonly tone: Tone;
  /** The class that stands out, null for none, and how that is said below the query. */
  readonly answer: number | null;
  readonly says: string;
}

/** Where bars end at 1, from the middle, in units of the stage. */
export const FULL = 84;

interface ShareBarsProps extends FanBars {
  readonly classes: readonly string[];
  /** In units of the stage: what lies in the middle, and from there where bars begin. */
  readonly middle: number;
  readonly bar: number;
  rowAt(l: number): number;
  /** −1 to the left, 1 to the right. */
  readonly to: -1 | 1;
  /** Below the first, thinner and without words. */
  readonly second: boolean;
}

/** Shares of the classes as bars, on one side of what stands in the middle. */
export function ShareBars({
  shares,
  tone,
  answer,
  classes,
  middle,
  bar,
  rowAt,
  to,
  second,
}: ShareBarsProps) {
  const { x, y, width } = useStage();
  const [top, height] = second ? [11.5, 4] : [3, 8];
  return (
    <>
      {classes.map((name, l) => {
        const share = shares[l] ?? 0;
        const long = share * (FULL - bar);
        return (
          <g key={name}>
            {!second && (
              <rect
                x={x(to < 0 ? middle - FULL : middle + bar)}
                y={y(rowAt(l) + top)}
                width={width(FULL - bar)}
                height={height}
                fill="var(--paper)"
                stroke="var(--rule)"
              />
            )}
            <rect
              x={x(to < 0 ? middle - bar - long : middle + bar)}
              y={y(rowAt(l) + top)}
              width={width(long)}
              height={height}
              fill={`var(--data-${tone})`}
              fillOpacity={l === answer ? 1 : 0.45}
            />
            {!second && (
              <text
                x={x(middle + to * (bar + 2))}
                y={y(rowAt(l) - 1)}
                textAnchor={to < 0 ? "end" : "start"}
                fontWeight={l === answer ? 700 : 400}
              >
                {`${name} ${percent(share)}`}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

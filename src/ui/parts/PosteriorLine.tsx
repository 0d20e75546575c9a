import { formatFixed } from "../format-number.ts";
import type { Tone } from "../tone.ts";
import { DataUnits } from "./DataUnits.tsx";
import { Grip } from "./Grip.tsx";
import { Layer } from "./Layer.tsx";
import { Stage } from "./Stage.tsx";
import { atShare, type Box, type Span } from "./stage-box.ts";
import { useStage } from "./stage-scale.ts";

/** A normal density, filled or as a line alone. */
export interface Bell {
  readonly name: string;
  readonly mean: number;
  readonly variance: number;
  readonly tone: Tone;
  readonly dash?: string;
}

export interface PosteriorLineProps {
  /** CSS length. */
  readonly height: string;
  readonly across: Span;
  /** Items as they are dragged. */
  readonly items: Float32Array;
  /** Each item’s stack: true for those that count, false for those left out. */
  readonly stacks: readonly (readonly boolean[])[];
  readonly bells: readonly Bell[];
  /** At the top left, from top to bottom. */
  readonly words: readonly string[];
  onInput(items: Float32Array): void;
  onCommit(items: Float32Array): void;
}

/** Share of the height below the axis, for stacks of items. */
const BELOW = 0.42;
/** Points of a curve. */
const FINE = 160;
/** Rows that fit at full distance. */
const ROWS = 4;

/** Items below a line and, on the same axis, what is believed of their centre above it. */
export function PosteriorLine(props: PosteriorLineProps) {
  const { height, across, items, stacks, bells, words, onInput, onCommit } = props;
  const box: Box = [across, [-BELOW, 1 - BELOW]];
  const highest = Math.max(...stacks.map(({ length }) => length));
  const row = (k: number): number => (-BELOW * (k + 0.9)) / (Math.max(ROWS, highest) + 0.9);
  const moved = (i: number, to: number): Float32Array => {
    const next = items.slice();
    next[i] = to;
    return next;
  };
  return (
    <Stage label="Items, and where their centre is believed to be" box={box} height={height}>
      <Bells bells={bells} />
      <Stacks items={items} stacks={stacks} row={row} words={words} />
      {Array.from(items, (x, i) => (
        <Grip
          // An item is its place in the set.
          // oxlint-disable-next-line react/no-array-index-key
          key={i}
          label={`Item ${i + 1}`}
          valueText={formatFixed(x, 2)}
          way="x"
          at={[x, row(0)]}
          step={0.1}
          onInput={([to]) => onInput(moved(i, to))}
          onCommit={([to]) => onCommit(moved(i, to))}
        />
      ))}
    </Stage>
  );
}

/** Heights are shares of the highest peak, which ends a little below the top. */
function Bells({ bells }: Pick<PosteriorLineProps, "bells">) {
  const { box } = useStage();
  const narrowest = Math.min(...bells.map(({ variance }) => variance));
  const path = ({ mean, variance }: Bell): string =>
    Array.from({ length: FINE + 1 }, (_, k) => {
      const c = atShare(box[0], k / FINE);
      const peak = 0.9 * (1 - BELOW) * Math.sqrt(narrowest / variance);
      return `${k === 0 ? "M" : "L"}${c} ${peak * Math.exp(-((c - mean) ** 2) / (2 * variance))}`;
    }).join("");
  return (
    <Layer>
      <DataUnits>
        {bells.map((bell) => (
          <g key={bell.name} className={`lp-tone-${bell.tone}`}>
            <path d={path(bell)} strokeWidth="2.5" strokeDasharray={bell.dash} />
          </g>
        ))}
      </DataUnits>
    </Layer>
  );
}

type StacksProps = Pick<PosteriorLineProps, "items" | "stacks" | "words"> & {
  row(k: number): number;
};

function Stacks({ items, stacks, words, row }: StacksProps) {
  const { x, y, box } = useStage();
  const ticks = Array.from(
    { length: box[0][1] - box[0][0] - 1 },
    (_, k) => Math.ceil(box[0][0]) + k + 1,
  );
  return (
    <Layer>
      <line x1="0" x2="100%" y1={y(0)} y2={y(0)} stroke="var(--rule-strong)" />
      {ticks.map((tick) => (
        <text key={tick} x={x(tick)} y={y(0)} dy="-0.35em" textAnchor="middle">
          <tspan fill="var(--ink-soft)">{formatFixed(tick, 0)}</tspan>
        </text>
      ))}
      {stacks.flatMap((stack, i) =>
        stack.map((counts, k) => (
          <circle
            // oxlint-disable-next-line react/no-array-index-key
            key={`${i} ${k}`}
            cx={x(items[i]!)}
            cy={y(row(k))}
            r="4"
            fill={counts ? "var(--ink)" : "var(--paper)"}
            stroke="var(--ink)"
          />
        )),
      )}
      <text x="6" y="0">
        {words.map((line, k) => (
          <tspan key={line} x="6" dy={k === 0 ? "1.2em" : "1.3em"} fill="var(--ink-soft)">
            {line}
          </tspan>
        ))}
      </text>
    </Layer>
  );
}

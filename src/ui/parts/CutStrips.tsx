import { percent } from "../percent.ts";
import type { Tone } from "../tone.ts";
import { Layer } from "./Layer.tsx";
import { Pixels } from "./Pixels.tsx";
import { Stage } from "./Stage.tsx";
import type { Box, Numbers } from "./stage-box.ts";
import { useStage } from "./stage-scale.ts";

export interface CutStrip {
  readonly name: string;
  /** Shares of the pieces, the largest first in each part; both parts together 1. */
  readonly first: readonly number[];
  readonly rest: readonly number[];
  /** Said at the end of the strip. */
  readonly end: string;
  /** Of the first part. */
  readonly tone: Tone;
}

export interface CutStripsProps {
  readonly label: string;
  readonly strips: readonly CutStrip[];
  /** How many strips stand close to one another, and then there is a gap; 1 where none do. */
  readonly together: number;
  /** What the first parts, the others, the first parts' sums and the ends are. */
  readonly heads: readonly [first: string, rest: string, sum: string, end: string];
  /** What is divided, with its name. */
  readonly picture?: Numbers | undefined;
  readonly pictured: string;
}

/** Units: a row is 1 high, and there is so much more from group to group. To the right of the strips stand sums and ends, to the left names and the picture. */
const LONG = 15;
const LEFT = 6.2;
const SUM = 3.2;
const RIGHT = 7.2;
const PICTURE = 3.7;
const GAP = 0.35;
const HEAD = 1.1;
/** Pieces narrower than this share of a strip are one: their edges would be all there is. */
const NARROWEST = 0.004;

/** Wholes of 1 as strips below one another, each cut into its pieces. */
export function CutStrips(props: CutStripsProps) {
  const { label, strips, together, picture } = props;
  const box: Box = [
    [-LEFT, LONG + RIGHT],
    [topOf(strips.length, together), -HEAD],
  ];
  return (
    <Stage label={label} box={box} bare>
      {picture && (
        <Pixels
          values={picture}
          scale="ink"
          at={[
            [-LEFT, -LEFT + PICTURE],
            [PICTURE, 0],
          ]}
        />
      )}
      <Strips {...props} />
    </Stage>
  );
}

/** Where a row begins, from the top. */
const topOf = (row: number, together: number): number => row + GAP * Math.floor(row / together);

function Strips({ strips, together, heads, pictured }: CutStripsProps) {
  const { x, y, width, height } = useStage();
  return (
    <Layer>
      <text x={x(-LEFT)} y={y(-0.35)}>
        {pictured}
      </text>
      <text x={x(0)} y={y(-0.35)}>
        {heads[0]}
      </text>
      <text x={x(LONG)} y={y(-0.35)} textAnchor="end">
        <tspan fill="var(--ink-soft)">{heads[1]}</tspan>
      </text>
      <text x={x(LONG + SUM)} y={y(-0.35)} textAnchor="end">
        {heads[2]}
      </text>
      <text x={x(LONG + RIGHT)} y={y(-0.35)} textAnchor="end">
        {heads[3]}
      </text>
      {strips.map(({ name, first, rest, end, tone }, i) => {
        const own = totalOf(first);
        const row = topOf(i, together);
        return (
          <g
            // Strips never change places.
            // oxlint-disable-next-line react/no-array-index-key
            key={i}
          >
            <text x={x(-0.15)} y={y(row + together / 2)} dy="0.34em" textAnchor="end">
              {name}
            </text>
            <rect
              x={x(0)}
              y={y(row + 0.08)}
              width={width(LONG * own)}
              height={height(0.84)}
              fill={`var(--data-${tone})`}
            />
            <rect
              x={x(LONG * own)}
              y={y(row + 0.08)}
              width={width(LONG * (1 - own))}
              height={height(0.84)}
              fill="var(--rule-strong)"
            />
            {[...edgesOf(first, 0), ...edgesOf(rest, own), own].map((edge, k) => (
              <line
                // Edges have nothing but their places.
                // oxlint-disable-next-line react/no-array-index-key
                key={k}
                x1={x(LONG * edge)}
                x2={x(LONG * edge)}
                y1={y(row + 0.08)}
                y2={y(row + 0.92)}
                stroke="var(--surface)"
              />
            ))}
            <text x={x(LONG + SUM)} y={y(row + 0.5)} dy="0.34em" textAnchor="end" fontWeight="600">
              <tspan fill={`var(--data-${tone})`}>{percent(own)}</tspan>
            </text>
            <text x={x(LONG + RIGHT)} y={y(row + 0.5)} dy="0.34em" textAnchor="end">
              {end}
            </text>
          </g>
        );
      })}
    </Layer>
  );
}

const totalOf = (pieces: readonly number[]): number =>
  pieces.reduce((sum, piece) => sum + piece, 0);

/** Where pieces that are wide enough to be seen end, from `start` on. */
function edgesOf(pieces: readonly number[], start: number): number[] {
  const edges: number[] = [];
  let end = start;
  for (const piece of pieces) {
    if (piece < NARROWEST) break;
    edges.push((end += piece));
  }
  return edges;
}

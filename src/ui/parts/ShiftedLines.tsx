import { formatFixed } from "../format-number.ts";
import type { Tone } from "../tone.ts";
import { Grip } from "./Grip.tsx";
import { Layer } from "./Layer.tsx";
import { Stage } from "./Stage.tsx";
import { inside, type Box, type Place } from "./stage-box.ts";
import { useStage } from "./stage-scale.ts";

export interface ShiftedLinesProps {
  /** CSS length. */
  readonly height: string;
  /** How far the second line may go on either side. */
  readonly farthest: number;
  /** Where it is. */
  readonly theta: number;
  /** Standard deviation of a profile across both; 0 for thin lines. */
  readonly sigma: number;
  onInput(theta: number): void;
  onCommit(theta: number): void;
}

/** Room beside and above, in lengths of a line. */
const ROOM = 0.25;

/** The two lines of Example 1, and the way between them. */
export function ShiftedLines({
  height,
  farthest,
  theta,
  sigma,
  onInput,
  onCommit,
}: ShiftedLinesProps) {
  const reach = farthest + ROOM;
  const box: Box = [
    [-reach, reach],
    [-ROOM, 1 + ROOM],
  ];
  const allowed = ([x]: Place): number => inside([-farthest, farthest], x);
  return (
    <Stage label="Two parallel lines" box={box} height={height}>
      <Line name="data" at={0} sigma={sigma} tone="real" below />
      <Line name="model" at={theta} sigma={sigma} tone="made" />
      <Way to={theta} />
      <Grip
        label="The model’s line"
        valueText={`θ = ${formatFixed(theta, 2)}`}
        way="x"
        tone="made"
        at={[theta, 0.5]}
        step={0.05}
        onInput={(to) => onInput(allowed(to))}
        onCommit={(to) => onCommit(allowed(to))}
      />
    </Stage>
  );
}

interface LineProps {
  readonly name: string;
  readonly at: number;
  readonly sigma: number;
  readonly tone: Tone;
  readonly below?: boolean;
}

/** One, two and three deviations on either side. */
const DEVIATIONS = [1, 2, 3];

function Line({ name, at, sigma, tone, below = false }: LineProps) {
  const { x, y, width, height } = useStage();
  return (
    <Layer className="lp-within">
      {sigma > 0 &&
        DEVIATIONS.map((k) => (
          <rect
            key={k}
            x={x(at - k * sigma)}
            y={y(1)}
            width={width(2 * k * sigma)}
            height={height(1)}
            fill={`var(--data-${tone})`}
            fillOpacity={0.14}
          />
        ))}
      <line
        x1={x(at)}
        x2={x(at)}
        y1={y(0)}
        y2={y(1)}
        stroke={`var(--data-${tone})`}
        strokeWidth="3"
        strokeDasharray={below ? undefined : "7 3"}
      />
      <text x={x(at)} y={y(below ? 0 : 1)} dy={below ? "1.2em" : "-0.5em"} textAnchor="middle">
        <tspan fill={`var(--data-${tone})`} fontWeight="600">
          {name}
        </tspan>
      </text>
    </Layer>
  );
}

/** Lines that are nearer leave no room for words between them. */
const NEAR = 0.4;

function Way({ to }: { readonly to: number }) {
  const { x, y } = useStage();
  const far = Math.abs(to) >= NEAR;
  return (
    <Layer>
      <line x1={x(0)} x2={x(to)} y1={y(0.2)} y2={y(0.2)} stroke="var(--ink)" strokeWidth="1.5" />
      <text
        x={x(far ? to / 2 : 0)}
        y={y(0.2)}
        dx={far ? 0 : to < 0 ? 8 : -8}
        dy={far ? "-0.5em" : "0.3em"}
        textAnchor={far ? "middle" : to < 0 ? "start" : "end"}
      >
        {`θ = ${formatFixed(to, 2)}`}
      </text>
    </Layer>
  );
}

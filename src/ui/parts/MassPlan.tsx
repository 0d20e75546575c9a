import type { Tone } from "../tone.ts";
import { Grip } from "./Grip.tsx";
import { Layer } from "./Layer.tsx";
import { rescaled } from "./rescaled.ts";
import { Stage } from "./Stage.tsx";
import { inside, type Box } from "./stage-box.ts";
import { useStage } from "./stage-scale.ts";

export type Which = "p" | "q";

export interface MassPlanProps {
  /** CSS length. */
  readonly height: string;
  /** Masses of the data and of the model at 0, 1, 2, …, each set together 1. */
  readonly p: Float32Array;
  readonly q: Float32Array;
  /** [n, n]: what travels from a place of the data to one of the model. */
  readonly plan: Float32Array | undefined;
  onInput(which: Which, masses: Float32Array): void;
  onCommit(which: Which, masses: Float32Array): void;
}

/** Between the two rows of heaps lies the plan. */
const BASE = 0.42;
/** Room for a heap of all mass and its handle. */
const MOST = 1.3;
/** px for a mass of 1. */
const WIDEST = 24;
const HALF = 0.26;

/** Data upwards, model downwards, and what travels from where to where. */
export function MassPlan({ height, p, q, plan, onInput, onCommit }: MassPlanProps) {
  const n = p.length;
  const box: Box = [
    [-0.75, n - 0.25],
    [-BASE - MOST, BASE + MOST],
  ];
  const sets = [
    { which: "p", name: "Data", masses: p, up: 1, tone: "real" },
    { which: "q", name: "Model", masses: q, up: -1, tone: "made" },
  ] as const;
  return (
    <Stage label="Heaps, and the plan between them" box={box} height={height}>
      <Plan plan={plan} n={n} />
      {sets.map(({ which, name, masses, up, tone }) => (
        <Heap key={which} {...{ name, masses, up, tone }} />
      ))}
      {sets.map(({ which, name, masses, up, tone }) =>
        Array.from(masses, (mass, i) => {
          const moved = (y: number): Float32Array => {
            const next = masses.slice();
            next[i] = inside([0, 1], up * y - BASE);
            return rescaled(next, i);
          };
          return (
            <Grip
              // oxlint-disable-next-line react/no-array-index-key
              key={`${which}${i}`}
              label={`${name} at ${i}`}
              valueText={mass.toFixed(2)}
              way="y"
              tone={tone}
              at={[i, up * (BASE + mass)]}
              step={0.01}
              onInput={([, y]) => onInput(which, moved(y))}
              onCommit={([, y]) => onCommit(which, moved(y))}
            />
          );
        }),
      )}
    </Stage>
  );
}

interface HeapProps {
  readonly name: string;
  readonly masses: Float32Array;
  /** 1 upwards, -1 downwards. */
  readonly up: number;
  readonly tone: Tone;
}

function Heap({ name, masses, up, tone }: HeapProps) {
  const { x, y, width, height } = useStage();
  return (
    <Layer>
      {Array.from(masses, (mass, i) => (
        <rect
          // oxlint-disable-next-line react/no-array-index-key
          key={i}
          x={x(i - HALF)}
          y={y(up > 0 ? BASE + mass : -BASE)}
          width={width(2 * HALF)}
          height={height(mass)}
          fill={`var(--data-${tone})`}
        />
      ))}
      <line
        x1={x(-0.5)}
        x2={x(masses.length - 0.5)}
        y1={y(up * BASE)}
        y2={y(up * BASE)}
        stroke="var(--rule-strong)"
      />
      <text x="6" y={up > 0 ? "1.1em" : "100%"} dy={up > 0 ? undefined : "-0.5em"}>
        <tspan fill={`var(--data-${tone})`} fontWeight="600">
          {name}
        </tspan>
      </text>
      {up > 0 &&
        Array.from(masses, (_, i) => (
          // oxlint-disable-next-line react/no-array-index-key
          <text key={i} x={x(i)} y={y(0)} dy="0.34em" textAnchor="middle">
            <tspan fill="var(--ink-soft)">{i}</tspan>
          </text>
        ))}
    </Layer>
  );
}

function Plan({ plan, n }: Pick<MassPlanProps, "plan"> & { readonly n: number }) {
  const { x, y } = useStage();
  return (
    <Layer>
      {Array.from(plan ?? [], (mass, k) => {
        const [i, j] = [Math.floor(k / n), k % n];
        if (mass <= 0) return null;
        return (
          <line
            key={k}
            x1={x(i)}
            x2={x(j)}
            y1={y(BASE)}
            y2={y(-BASE)}
            stroke="var(--data-third)"
            strokeWidth={Math.max(1, WIDEST * mass)}
            strokeOpacity={0.75}
          />
        );
      })}
    </Layer>
  );
}

import { formatFixed } from "../format-number.ts";
import type { Tone } from "../tone.ts";
import { inside, type Box, type Span } from "./stage-box.ts";
import { DataUnits } from "./DataUnits.tsx";
import { Grip } from "./Grip.tsx";
import { Layer } from "./Layer.tsx";
import { Stage } from "./Stage.tsx";
import "./part-sheets.css";

export interface BarsProps {
  readonly values: ArrayLike<number>;
  readonly labels: readonly string[];
  /** What the numbers are. */
  readonly label: string;
  /** `rows`: names to the left, bars to the right. `columns`: bars upwards over their names. Default rows. */
  readonly along?: "rows" | "columns";
  /** Default 0 to 1. Bars begin at 0, or at the end nearest to it. */
  readonly range?: Span;
  readonly tone?: Tone;
  format?(value: number): string;
  /** CSS length of a column at full height. Default 7rem. */
  readonly height?: string;
  /** Granularity of the handles. */
  readonly step?: number;
  /** With it bars have handles: says all values while bar `i` moves. `rescaled` keeps a sum. */
  onInput?(values: Float32Array, i: number): void;
  /** When the reader lets go. */
  onCommit?(values: Float32Array, i: number): void;
}

const UNIT: Span = [0, 1];
const twoDecimals = (value: number): string => formatFixed(value, 2);

/** A bar for each number, with its name and the number itself. */
export function Bars(props: BarsProps) {
  const { values, labels, label, along = "rows", range = UNIT, format = twoDecimals } = props;
  const n = labels.length;
  const across: Span = [-0.5, n - 0.5];
  const rows = along === "rows";
  const box: Box = rows ? [range, [n - 0.5, -0.5]] : [across, range];
  const numbers = Array.from(labels, (_, i) => values[i]!);
  return (
    <div
      className={`lp-bars lp-bars-${along}`}
      // A fieldset is for fields, and these may have none.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="group"
      aria-label={label}
    >
      <ul className="lp-bars-words">
        {numbers.map((value, i) => (
          // A bar is its place: two may have one name.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={i}>
            <span className="lp-bars-name">{labels[i]}</span>
            <span className="lp-bars-number">{format(value)}</span>
          </li>
        ))}
      </ul>
      <Stage box={box} height={rows ? `${1.75 * n}rem` : (props.height ?? "7rem")} bare>
        <Drawn numbers={numbers} range={range} rows={rows} tone={props.tone} />
        {props.onInput && <Handles {...props} numbers={numbers} rows={rows} format={format} />}
      </Stage>
    </div>
  );
}

interface DrawnProps {
  readonly numbers: readonly number[];
  readonly range: Span;
  readonly rows: boolean;
  readonly tone: Tone | undefined;
}

/** Share of its place that half a bar is thick. */
const HALF = 0.28;

function Drawn({ numbers, range, rows, tone }: DrawnProps) {
  const zero = inside(range, 0);
  const bar = (value: number, i: number): string => {
    const end = inside(range, value);
    return rows
      ? `M${zero} ${i - HALF}H${end}V${i + HALF}H${zero}Z`
      : `M${i - HALF} ${zero}V${end}H${i + HALF}V${zero}Z`;
  };
  const which = (wanted: (value: number) => boolean): string =>
    numbers.map((value, i) => (wanted(value) ? bar(value, i) : "")).join("");
  const last = numbers.length - 0.5;
  return (
    <Layer className={tone && `lp-tone-${tone}`}>
      <DataUnits>
        <path className="lp-bars-above" d={which((value) => value >= 0)} />
        <path className="lp-bars-below" d={which((value) => value < 0)} />
        <path className="lp-bars-zero" d={rows ? `M${zero}-.5V${last}` : `M-.5 ${zero}H${last}`} />
      </DataUnits>
    </Layer>
  );
}

type HandlesProps = BarsProps & {
  readonly numbers: readonly number[];
  readonly rows: boolean;
  format(value: number): string;
};

function Handles({ numbers, rows, labels, label, tone, step, format, ...props }: HandlesProps) {
  const changed = (i: number, value: number): Float32Array => {
    const next = Float32Array.from(numbers);
    next[i] = value;
    return next;
  };
  return numbers.map((value, i) => (
    <Grip
      // oxlint-disable-next-line react/no-array-index-key
      key={i}
      label={`${label}: ${labels[i]}`}
      valueText={format(value)}
      way={rows ? "x" : "y"}
      at={rows ? [value, i] : [i, value]}
      tone={tone}
      step={step}
      onInput={(at) => props.onInput?.(changed(i, at[rows ? 0 : 1]), i)}
      onCommit={(at) => props.onCommit?.(changed(i, at[rows ? 0 : 1]), i)}
    />
  ));
}

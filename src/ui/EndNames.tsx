import type { ReactNode } from "react";
import { Swatch } from "./Legend.tsx";
import type { Tone } from "./tone.ts";

interface Named {
  readonly label: string;
  readonly symbol?: ReactNode;
}

export interface EndName extends Named {
  readonly tone: Tone;
  readonly dash: number;
  readonly value: string;
}

/** px of the narrowest chart's plot, of a letter, of a swatch, a symbol and the longest value, each with what is around it. */
const NARROW = { plot: 184, letter: 5.8, swatch: 26, symbol: 18, value: 44 };
const MOST = 4;

/** Width of the name of one of so many lines with its value, as a share of the narrowest chart. */
export const nameWidth = ({ label, symbol }: Named, lines: number): number =>
  (NARROW.letter * label.length +
    (lines > 1 ? NARROW.swatch : 0) +
    (symbol === undefined ? 0 : NARROW.symbol) +
    NARROW.value) /
  NARROW.plot;

/** Whether names can stand at the ends of their lines. */
export const fitAtEnds = (names: readonly Named[]): boolean =>
  names.length <= MOST && names.every((name) => nameWidth(name, names.length) <= 1);

function Name({ of, alone }: { readonly of: EndName; readonly alone: boolean }) {
  const { label, symbol, tone, dash, value } = of;
  return (
    <div className={`lp-end lp-tone-${tone}`}>
      {!alone && <Swatch mark="line" tone={tone} dash={dash} />}
      <span>
        {label}
        {symbol !== undefined && <> {symbol}</>} <b>{value}</b>
      </span>
    </div>
  );
}

/** Names of lines with a value each, at the right edge; `middles` are shares of the height. */
export function EndNames({
  names,
  middles,
}: {
  readonly names: readonly EndName[];
  readonly middles: readonly number[];
}) {
  return (
    // Percentages of an SVG need no measuring, and no style in the page.
    <svg className="lp-ends" aria-hidden="true">
      {names.map((name, i) => (
        <foreignObject key={name.label} y={`${100 * (1 - middles[i]!)}%`} width="100%" height="14">
          <Name of={name} alone={names.length === 1} />
        </foreignObject>
      ))}
    </svg>
  );
}

/** The same above the plot, where the curves leave no room. */
export const NamesAbove = ({ names }: { readonly names: readonly EndName[] }) => (
  <div className="lp-names">
    {names.map((name) => (
      <Name key={name.label} of={name} alone={names.length === 1} />
    ))}
  </div>
);

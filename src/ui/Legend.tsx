import { useId, type ReactNode } from "react";
import { Help } from "./Help.tsx";
import type { Tone } from "./tone.ts";
import "./chart-sheets.css";

export interface LegendItem {
  readonly label: string;
  readonly symbol?: ReactNode;
  readonly tone: Tone;
  readonly mark: "line" | "dashes" | "dot" | "ring";
  /** The number beside the name; its room is kept while it changes. */
  readonly value?: string;
  readonly help?: string;
}

const SWATCHES = {
  line: "M1 5h14",
  dashes: "M1 5h4m5 0h4",
  dot: "M8 5h0",
  ring: "M4.5 5a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0",
} as const;

/** Names the marks of a picture. */
export function Legend({ items }: { readonly items: readonly LegendItem[] }) {
  return (
    <ul className="lp-legend">
      {items.map((item) => (
        <Entry key={item.label} {...item} />
      ))}
    </ul>
  );
}

function Entry({ label, symbol, tone, mark, value, help }: LegendItem) {
  const helpId = useId();
  return (
    <li>
      <svg className={`lp-swatch lp-tone-${tone}`} viewBox="0 0 16 10" aria-hidden="true">
        <path className={`lp-swatch-${mark}`} d={SWATCHES[mark]} />
      </svg>
      <span>
        {label}
        {symbol !== undefined && <> {symbol}</>}
      </span>
      {help !== undefined && (
        <Help id={helpId} about={label}>
          {help}
        </Help>
      )}
      {value !== undefined && <span className="lp-legend-value">{value}</span>}
    </li>
  );
}

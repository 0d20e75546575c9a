import type { Tone } from "./tone.ts";
import "./chart-sheets.css";

export interface SwatchProps {
  /** The colour of data, or that of ink. */
  readonly tone: Tone | "ink";
  readonly mark: "line" | "dot" | "ring" | "arrow";
  /** Which line of its chart: each is dashed in its own way, the first not at all. */
  readonly dash?: number;
}

export interface LegendItem extends SwatchProps {
  readonly label: string;
}

const SWATCHES = {
  line: "M1 5h18",
  dot: "M10 5h0",
  ring: "M6.5 5a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0",
  arrow: "M2 5h14m-4 -3.5l4 3.5l-4 3.5",
} as const;

/** A mark as it looks in the picture. */
export const Swatch = ({ tone, mark, dash = 0 }: SwatchProps) => (
  <svg className={`lp-swatch lp-tone-${tone}`} viewBox="0 0 20 10" aria-hidden="true">
    <path className={`lp-swatch-${mark} lp-dash-${dash % 4}`} d={SWATCHES[mark]} />
  </svg>
);

/** Names the marks of a picture. */
export function Legend({ items }: { readonly items: readonly LegendItem[] }) {
  return (
    <ul className="lp-legend">
      {items.map(({ label, ...swatch }) => (
        <li key={label}>
          <Swatch {...swatch} />
          <span>{label}</span>
        </li>
      ))}
    </ul>
  );
}

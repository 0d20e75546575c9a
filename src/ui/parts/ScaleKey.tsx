import { formatNumber } from "../format-number.ts";
import { percent, type Span } from "./stage-box.ts";
import { shownRange, type PixelScale } from "./pixel-scale.ts";
import "./part-sheets.css";

export interface ScaleKeyProps {
  /** What the numbers are. */
  readonly label: string;
  readonly scale: PixelScale;
  readonly range: Span;
}

/** Cells in the key. Odd, so that zero has one of its own where the scale diverges. */
const CELLS = 11;

/** The colours of a picture with the numbers that they stand for; zero is marked where it has a meaning. */
export function ScaleKey({ label, scale, range }: ScaleKeyProps) {
  const [low, high] = shownRange(scale, range);
  const diverging = scale === "diverging";
  return (
    <div className="lp-scale-key">
      <span>{label}</span>
      <span className="lp-scale-end">{formatNumber(low, 2)}</span>
      <svg className={`lp-pixels-${scale}`} aria-hidden="true">
        {Array.from({ length: CELLS }, (_, i) => {
          const share = i / (CELLS - 1);
          const strength = diverging ? 2 * share - 1 : share;
          const middle = percent((i + 0.5) / CELLS);
          return (
            <g key={i}>
              <rect
                className={strength < 0 ? "lp-key-cell lp-key-negative" : "lp-key-cell"}
                x={percent(i / CELLS)}
                // Half a pixel more, or the page shows between cells.
                width={percent(1.06 / CELLS)}
                height="12"
                fillOpacity={Math.abs(strength)}
              />
              {strength < 0 && <circle className="lp-key-hole" cx={middle} cy="6" r="1.25" />}
              {diverging && strength === 0 && (
                <line className="lp-key-zero" x1={middle} x2={middle} y1="0" y2="12" />
              )}
            </g>
          );
        })}
        {diverging && (
          <text x="50%" y="23" textAnchor="middle">
            0
          </text>
        )}
      </svg>
      <span className="lp-scale-end">{formatNumber(high, 2)}</span>
    </div>
  );
}

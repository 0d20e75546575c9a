import { edgeAnchor, type Axis } from "./chart-scale.ts";
import "./chart-sheets.css";

/** Numbers under a plot; percentages, so that they need no measuring. */
export function XAxis({ axis, label }: { readonly axis: Axis; readonly label: string }) {
  return (
    <div className="lp-axis-x" aria-hidden="true">
      <svg>
        {axis.ticks.map(({ at, text }) => (
          <text
            key={at}
            x={`${100 * axis.place(at)}%`}
            y="13"
            textAnchor={edgeAnchor(axis.place(at))}
          >
            {text}
          </text>
        ))}
      </svg>
      <span>{label} →</span>
    </div>
  );
}

/** Numbers to the left of a plot. */
export function YAxis({ axis, label }: { readonly axis: Axis; readonly label?: string }) {
  return (
    <div className="lp-axis-y" aria-hidden="true">
      <svg>
        {axis.ticks.map(({ at, text }) => (
          <text
            key={at}
            x="100%"
            dx="-8"
            y={`${100 * (1 - axis.place(at))}%`}
            dy="0.34em"
            textAnchor="end"
          >
            {text}
          </text>
        ))}
      </svg>
      {label !== undefined && <span>↑ {label}</span>}
    </div>
  );
}

import { formatNumber } from "./format-number.ts";
import { BANDS, FLAT, spreadOf, type Field } from "./level-field.ts";
import type { Range } from "./use-kept-range.ts";
import "./chart-sheets.css";

/** Width of a band in the key, in the units of its drawing. */
const CELL = 10;

/** The colours of a field with the numbers at the ends of its scale; of one that is flat, how flat. */
export function FieldKey({
  field,
  range,
}: {
  readonly field: Field;
  readonly range: Range | null;
}) {
  const diverging = field.scale === "diverging";
  const spread = spreadOf(field);
  if (spread < FLAT)
    return (
      <div className="lp-field-key">
        {`${field.label}: flat, ${formatNumber(spread, 2)} from low to high`}
      </div>
    );
  return (
    <div className="lp-field-key">
      <span>{field.label}</span>
      <span className="lp-field-end lp-field-low">{range && formatNumber(range[0], 2)}</span>
      <svg
        className={`lp-field-${field.scale}`}
        viewBox={`0 0 ${BANDS * CELL} ${CELL}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {Array.from({ length: BANDS }, (_, i) => (
          <rect key={i} x={i * CELL} width={CELL} height={CELL} className={`lp-band-${i}`} />
        ))}
        {diverging && <path className="lp-zero" d={`M${(BANDS * CELL) / 2} 0V${CELL}`} />}
      </svg>
      <span className="lp-field-end">{range && formatNumber(range[1], 2)}</span>
    </div>
  );
}

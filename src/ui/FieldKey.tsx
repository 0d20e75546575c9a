import { formatNumber } from "./format-number.ts";
import { BANDS, fieldRange, type Field } from "./level-field.ts";
import "./chart-sheets.css";

/** Width of a band in the key, in the units of its drawing. */
const CELL = 10;

/** The colours of a field with the numbers at its ends. */
export function FieldKey({ field }: { readonly field: Field }) {
  const bounds = fieldRange(field);
  const diverging = field.scale === "diverging";
  return (
    <div className="lp-field-key">
      <span>{field.label}</span>
      <span className="lp-field-end lp-field-low">{bounds && formatNumber(bounds[0], 2)}</span>
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
      <span className="lp-field-end">{bounds && formatNumber(bounds[1], 2)}</span>
    </div>
  );
}

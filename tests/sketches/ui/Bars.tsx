export interface BarsProps {
  /** Shares from 0 to 1. */
  readonly values: ArrayLike<number>;
  readonly label: string;
}

/** A bar and its number for each share. */
export function Bars({ values, label }: BarsProps) {
  return (
    <ul aria-label={label} style={{ listStyle: "none", padding: 0, margin: 0 }}>
      {Array.from(values, (value, i) => (
        <li key={i} style={{ display: "flex", gap: 8, alignItems: "center" }}>
          <span style={{ width: `${100 * value}px`, height: 8, background: "currentColor" }} />
          <span>{`${Math.round(100 * value)} %`}</span>
        </li>
      ))}
    </ul>
  );
}

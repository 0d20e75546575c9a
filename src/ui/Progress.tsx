import "./control-sheets.css";

export interface ProgressProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
}

/** How far along something is. */
export function Progress({ label, value, max }: ProgressProps) {
  return (
    <progress className="lp-progress" aria-label={label} value={Math.min(value, max)} max={max} />
  );
}

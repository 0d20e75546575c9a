import type { ReactNode } from "react";
import "./part-sheets.css";

export interface WithStripsProps {
  /** A stage. */
  readonly children: ReactNode;
  /** Stages with its vertical axis and with its horizontal one. */
  readonly right: ReactNode;
  readonly below: ReactNode;
}

/** A stage whose columns and rows go on in strips along its sides. */
export function WithStrips({ children, right, below }: WithStripsProps) {
  return (
    <div className="lp-with-strips">
      {children}
      {right}
      {below}
    </div>
  );
}

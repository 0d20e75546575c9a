import type { ReactNode } from "react";
import "./control-sheets.css";

export interface VisuallyHiddenProps {
  readonly children: ReactNode;
  readonly id?: string;
  /** Spoken when it changes, after what is being said. */
  readonly live?: boolean;
}

/** Text for screen readers only. */
export function VisuallyHidden({ children, id, live = false }: VisuallyHiddenProps) {
  return (
    <span id={id} className="lp-hidden" aria-live={live ? "polite" : undefined}>
      {children}
    </span>
  );
}

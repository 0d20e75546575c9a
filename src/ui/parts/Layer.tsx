import type { ReactNode } from "react";
import "./part-sheets.css";

export interface LayerProps {
  readonly children: ReactNode;
  readonly className?: string | undefined;
  /** A picture with this text alternative; without one it is nothing to screen readers but what stands in it. */
  readonly label?: string;
}

/**
 * SVG that covers a stage. It has no view box, so places are percentages (`useStage`) and lengths are CSS px: marks and text keep
 * their size on a stage of any width. It lets pointers through, but for what takes them by its own style.
 */
export function Layer({ children, className = "", label }: LayerProps) {
  return (
    <svg
      className={`lp-layer ${className}`}
      {...(label !== undefined && { role: "img", "aria-label": label })}
    >
      {children}
    </svg>
  );
}

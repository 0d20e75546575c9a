import type { ReactNode } from "react";
import "../../ui/control-sheets.css";

export interface PressProps {
  readonly children: ReactNode;
  readonly kind?: "primary" | "plain" | "quiet";
  onPress(): void;
}

/**
 * A push button. Not `ui/Button`: shared with the figures it would be taken out of their chunk, and every reader would
 * fetch one file more before Run.
 */
export function Press({ children, kind = "plain", onPress }: PressProps) {
  return (
    <button type="button" className={`lp-button lp-button-${kind}`} onClick={onPress}>
      {children}
    </button>
  );
}

/** A push button with a cross, which closes something. */
export function Cross({ label, onPress }: { readonly label: string; onPress(): void }) {
  return (
    <button
      type="button"
      className="lp-button lp-button-quiet"
      aria-label={label}
      title={label}
      onClick={onPress}
    >
      <svg className="lp-icon" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M4 4l8 8M12 4l-8 8" />
      </svg>
    </button>
  );
}

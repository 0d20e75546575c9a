import type { ReactNode } from "react";
import { Icon, type IconName } from "./Icon.tsx";
import "./control-sheets.css";

export interface ButtonProps {
  readonly children: ReactNode;
  readonly icon?: IconName;
  readonly kind?: "primary" | "plain" | "quiet";
  /** For a button that stays pressed. */
  readonly pressed?: boolean;
  /** Says that it does nothing now but keeps focus, which `disabled` would throw away. */
  readonly inert?: boolean;
  readonly label?: string;
  readonly describedBy?: string;
  readonly className?: string;
  onPress(): void;
}

/** A push button, pressed by pointer, Enter or Space. */
export function Button({ kind = "plain", inert = false, ...props }: ButtonProps) {
  return (
    <button
      type="button"
      className={`lp-button lp-button-${kind} ${props.className ?? ""}`}
      aria-pressed={props.pressed}
      aria-disabled={inert || undefined}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      onClick={inert ? undefined : props.onPress}
    >
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </button>
  );
}

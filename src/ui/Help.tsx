import { useRef, type ReactNode, type ToggleEvent } from "react";
import { closeWhenLeft } from "./close-popover.ts";
import { placePopover } from "./place-popover.ts";
import "./control-sheets.css";

export interface HelpProps {
  /** Of the panel, so that a control can point to it with `aria-describedby`. */
  readonly id: string;
  /** What is explained: "Help on temperature". */
  readonly about: string;
  readonly children: ReactNode;
}

/** A question mark that opens a short explanation; Escape, a press or focus elsewhere closes it. */
export function Help({ id, about, children }: HelpProps) {
  const button = useRef<HTMLButtonElement>(null);

  const place = ({ newState, currentTarget: panel }: ToggleEvent<HTMLElement>): void => {
    if (newState === "open" && button.current) placePopover(panel, button.current);
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        className="lp-help"
        popoverTarget={id}
        onBlur={closeWhenLeft}
        aria-label={`Help on ${about}`}
      >
        ?
      </button>
      <span id={id} popover="auto" className="lp-popover" onToggle={place} onBlur={closeWhenLeft}>
        {children}
      </span>
    </>
  );
}

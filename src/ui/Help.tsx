import { useRef, type ReactNode, type ToggleEvent } from "react";
import "./control-sheets.css";

export interface HelpProps {
  /** Of the panel, so that a control can point to it with `aria-describedby`. */
  readonly id: string;
  /** What is explained: "Help on temperature". */
  readonly about: string;
  readonly children: ReactNode;
}

/** Distance kept between panel, button and window edge, px. */
const GAP = 8;

/** A question mark that opens a short explanation; Escape or a press elsewhere closes it. */
export function Help({ id, about, children }: HelpProps) {
  const button = useRef<HTMLButtonElement>(null);

  // The browser centres popovers in the window; this one belongs under its button.
  const place = ({ newState, currentTarget: panel }: ToggleEvent<HTMLElement>): void => {
    if (newState !== "open" || !button.current) return;
    const { left, bottom, top } = button.current.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = panel;
    const room = document.documentElement.clientWidth - width - GAP;
    const below = bottom + GAP + height <= window.innerHeight || top < height + GAP;
    panel.style.left = `${window.scrollX + Math.max(GAP, Math.min(left - GAP, room))}px`;
    panel.style.top = `${window.scrollY + (below ? bottom + GAP : top - GAP - height)}px`;
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        className="lp-help"
        popoverTarget={id}
        aria-label={`Help on ${about}`}
      >
        ?
      </button>
      <span id={id} popover="auto" className="lp-popover" onToggle={place}>
        {children}
      </span>
    </>
  );
}

import { startTransition, Suspense, useEffect, useId, useState, type ReactNode } from "react";

export interface DisclosureProps {
  readonly title: string;
  readonly disabled: boolean;
  /** By which the page finds it. */
  readonly name?: string;
  /** Told how to open it; returns the end of that. */
  readonly opener?: (open: () => void) => () => void;
  readonly children: ReactNode;
}

/**
 * A line at a figure's foot that opens what is below it. That is made, and its code fetched, when it is opened, not kept
 * in hiding: nothing can be found in it before, and a page of ten figures has a thousand elements less.
 */
export function Disclosure({ title, disabled, name, opener, children }: DisclosureProps) {
  const [open, setOpen] = useState(false);
  // As a transition: what it holds may have to be fetched.
  const turn = (to: boolean): void => startTransition(() => setOpen(to));
  const id = useId();
  useEffect(() => opener?.(() => turn(true)), [opener]);
  return (
    <>
      <button
        type="button"
        className="lp-foot-button"
        data-opens={name}
        aria-expanded={open}
        aria-controls={id}
        disabled={disabled}
        onClick={() => turn(!open)}
      >
        {title}
      </button>
      <div id={id} className="lp-disclosed" hidden={!open}>
        {open && <Suspense>{children}</Suspense>}
      </div>
    </>
  );
}

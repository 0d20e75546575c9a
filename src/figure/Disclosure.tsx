import { startTransition, Suspense, useEffect, useId, useState, type ReactNode } from "react";

export interface DisclosureProps {
  readonly title: string;
  readonly disabled: boolean;
  /** Made, and its code fetched, when it is opened, not kept in hiding: nothing can be found in it before. */
  readonly late?: boolean;
  /** Told how to open it; returns the end of that. */
  readonly opener?: (open: () => void) => () => void;
  readonly children: ReactNode;
}

/** A line at a figure's foot that opens what is below it. */
export function Disclosure({ title, disabled, late, opener, children }: DisclosureProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  useEffect(() => opener?.(() => startTransition(() => setOpen(true))), [opener]);
  return (
    <>
      <button
        type="button"
        className="lp-foot-button"
        aria-expanded={open}
        aria-controls={id}
        disabled={disabled}
        onClick={() => (late ? startTransition(() => setOpen(!open)) : setOpen(!open))}
      >
        {title}
      </button>
      <div id={id} className="lp-disclosed" hidden={!open}>
        {late ? open && <Suspense>{children}</Suspense> : children}
      </div>
    </>
  );
}

import type { ReactNode } from "react";

interface StillFieldProps {
  readonly id?: string | undefined;
  readonly label?: string | undefined;
  readonly labelledBy?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly kind: "number" | "menu";
  readonly children: ReactNode;
}

/**
 * A field of a page as it is written, where nothing could come of what is typed. Not a field: browsers lay out every one that a
 * page has, to fill in addresses, and with it all of a figure that may be twenty screens away.
 */
export function StillField({
  id,
  label,
  labelledBy,
  describedBy,
  kind,
  children,
}: StillFieldProps) {
  return (
    <output
      id={id}
      className={`lp-still-field lp-still-${kind}`}
      aria-label={label}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
    >
      {children}
    </output>
  );
}

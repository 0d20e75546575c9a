import type { ReactNode } from "react";
import "./part-sheets.css";

/** Pictures beside one another, or below where there is no room. */
export function PictureRow({ children }: { readonly children: ReactNode }) {
  return <div className="lp-picture-row">{children}</div>;
}

/** A picture below the words that name it. */
export function Captioned(props: { readonly caption: ReactNode; readonly children: ReactNode }) {
  return (
    <figure className="lp-captioned">
      <figcaption>{props.caption}</figcaption>
      {props.children}
    </figure>
  );
}

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

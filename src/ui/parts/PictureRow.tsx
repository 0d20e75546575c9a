import type { ReactNode } from "react";
import "./part-sheets.css";

export interface PictureRowProps {
  readonly first: ReactNode;
  /** Beside it where there is room, below one another where there is less. */
  readonly rest: ReactNode;
}

/** Pictures beside one another, of which the first is the one to handle. */
export function PictureRow({ first, rest }: PictureRowProps) {
  return (
    <div className="lp-picture-row">
      {first}
      <div className="lp-picture-rest">{rest}</div>
    </div>
  );
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

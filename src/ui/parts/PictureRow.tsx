import type { ReactNode } from "react";
import type { Tone } from "../tone.ts";
import "./part-sheets.css";

export interface PictureRowProps {
  readonly children: ReactNode;
  /** Words below all of them. */
  readonly foot?: ReactNode;
}

/** Pictures beside one another, or below where there is no room. */
export function PictureRow({ children, foot }: PictureRowProps) {
  return (
    <div className="lp-picture-row">
      {children}
      {foot !== undefined && <p className="lp-picture-foot">{foot}</p>}
    </div>
  );
}

/** Words in the colour of what they name. */
export function Named(props: { readonly tone: Tone; readonly children: ReactNode }) {
  return <b className={`lp-named lp-tone-${props.tone}`}>{props.children}</b>;
}

export interface CaptionedProps {
  readonly name: string;
  readonly formula?: ReactNode;
  readonly children: ReactNode;
}

/** A picture below its name. */
export function Captioned({ name, formula, children }: CaptionedProps) {
  return (
    <figure className="lp-captioned">
      <figcaption>
        {name} {formula !== undefined && <i>{formula}</i>}
      </figcaption>
      {children}
    </figure>
  );
}

import { Fragment } from "react";
import type { Demo } from "../contract/demo.ts";
import type { FigurePlace } from "../contract/figure-place.ts";

export interface FigureSourceProps {
  readonly demo: Demo;
  readonly inNote: FigurePlace | undefined;
}

/** What a figure shows and where that stands: equations by the note's numbers, all else by the paper's. */
export function FigureSource({ demo: { title, source }, inNote }: FigureSourceProps) {
  const { equations = [], elsewhere = source.equations } = inNote ?? {};
  const there = [source.section, elsewhere.length > 0 && `eq. ${elsewhere.join(", ")}`];
  return (
    <>
      {title}
      {equations.length > 0 && ` · equation${equations.length > 1 ? "s" : ""} `}
      {equations.map(({ id, number }, i) => (
        <Fragment key={id}>
          {i > 0 && ", "}
          <a href={`#${id}`}>({number})</a>
        </Fragment>
      ))}
      {` · paper: ${there.filter(Boolean).join("; ")}`}
    </>
  );
}

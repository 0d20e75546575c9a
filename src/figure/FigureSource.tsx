import { Fragment } from "react";
import type { Demo } from "../contract/demo.ts";
import type { FigurePlace } from "../contract/figure-place.ts";

export interface FigureSourceProps {
  readonly demo: Demo;
  readonly inNote: FigurePlace | undefined;
}

/** Where that which a figure shows stands in the paper; the note's own equations are in its head. */
export function FigureSource({ demo: { title, source }, inNote }: FigureSourceProps) {
  const { elsewhere = source.equations } = inNote ?? {};
  const there = [source.section, elsewhere.length > 0 && `eq. ${elsewhere.join(", ")}`];
  return (
    <p className="lp-figure-source">
      {title} · paper: {there.filter(Boolean).join("; ")}
    </p>
  );
}

/** The note's equations that a figure computes, as links. */
export function FigureEquations({ inNote }: Pick<FigureSourceProps, "inNote">) {
  const equations = inNote?.equations ?? [];
  if (equations.length === 0) return null;
  return (
    <span className="lp-figure-equations">
      {equations.map(({ id, number }, i) => (
        <Fragment key={id}>
          {i > 0 && <span>, </span>}
          <a href={`#${id}`} aria-label={`Equation ${number}`}>
            ({number})
          </a>
        </Fragment>
      ))}
    </span>
  );
}

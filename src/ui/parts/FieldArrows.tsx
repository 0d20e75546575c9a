import { useId } from "react";
import { formatNumber } from "../format-number.ts";
import type { Tone } from "../tone.ts";
import { lengthOf, percent, type Numbers } from "./stage-box.ts";
import { fieldArrows, fullMagnitude, type Arrow } from "./field-arrows.ts";
import { Layer } from "./Layer.tsx";
import { useStage } from "./stage-scale.ts";
import "./part-sheets.css";

export interface FieldArrowsProps {
  /** What the arrows are, also in the key. */
  readonly label: string;
  /** `[n, 2]`: where they start. */
  readonly at: Numbers;
  /** `[n, 2]`: in the data's own directions. */
  readonly vectors: Numbers;
  /** The magnitude of the longest arrows that are drawn whole; give one that holds for a run. */
  readonly full?: number;
  /** Length of those, as a share of the stage's width. Default 0.12. */
  readonly longest?: number;
  readonly tone?: Tone;
  /** Without the key in the lower left corner. */
  readonly unkeyed?: boolean;
}

/** Arrows shorter than this share of the stage's width are dots: they have no direction to see. */
const DOT = 0.006;

/** Arrows on a stage, as long as the field is strong, up to a length; longer ones are cut, and end in a bar. */
export function FieldArrows({ label, at, vectors, longest = 0.12, ...props }: FieldArrowsProps) {
  const { box } = useStage();
  const headId = useId();
  const { full = fullMagnitude(vectors), tone, unkeyed = false } = props;
  const width = lengthOf(box[0]);
  const arrows = fieldArrows(at, vectors, full, longest * width);
  const cut = arrows.filter((arrow) => arrow.cut).length;
  return (
    <Layer className={`lp-arrows ${tone ? `lp-tone-${tone}` : ""}`}>
      <marker
        id={headId}
        className="lp-arrow-head"
        viewBox="-6 -4 8 8"
        markerUnits="userSpaceOnUse"
        markerWidth="8"
        markerHeight="8"
        orient="auto"
      >
        <path d="M0 0L-6 -3.5V3.5Z" />
      </marker>
      <marker
        id={`${headId}-cut`}
        className="lp-arrow-head"
        viewBox="-6 -4 8 8"
        markerUnits="userSpaceOnUse"
        markerWidth="8"
        markerHeight="8"
        orient="auto"
      >
        <path d="M-1.5 0L-6 -3.5V3.5ZM-1 -4h2v8h-2z" />
      </marker>
      {arrows.map((arrow, i) => (
        // An arrow is its place.
        // oxlint-disable-next-line react/no-array-index-key
        <OneArrow key={i} {...arrow} headId={headId} shortest={DOT * width} />
      ))}
      {!unkeyed && (
        <ArrowKey headId={headId} label={label} full={full} longest={longest} cut={cut} />
      )}
    </Layer>
  );
}

interface OneArrowProps extends Arrow {
  readonly headId: string;
  readonly shortest: number;
}

function OneArrow({ from, to, cut, headId, shortest }: OneArrowProps) {
  const { x, y } = useStage();
  const isDot = Math.hypot(to[0] - from[0], to[1] - from[1]) < shortest;
  const ends = { x1: x(from[0]), y1: y(from[1]), x2: x(to[0]), y2: y(to[1]) };
  return (
    <>
      <line className="lp-arrow-halo" {...ends} />
      <line
        className={isDot ? "lp-arrow-dot" : "lp-arrow"}
        markerEnd={isDot ? undefined : `url(#${headId}${cut ? "-cut" : ""})`}
        {...ends}
      />
    </>
  );
}

interface ArrowKeyProps {
  readonly headId: string;
  readonly label: string;
  readonly full: number;
  readonly longest: number;
  readonly cut: number;
}

/** A round number without the zeros that only say how exact a measured one is. */
const roundText = (x: number): string => formatNumber(x).replace(/(\.\d*[1-9])0+$|\.0+$/, "$1");

/** The longest whole arrow with its number. */
function ArrowKey({ headId, label, full, longest, cut }: ArrowKeyProps) {
  return (
    <svg className="lp-at" x="10" y="100%">
      <svg className="lp-at" width={percent(longest)} height="1" y="-14">
        <line className="lp-arrow" x2="100%" markerEnd={`url(#${headId})`} />
        <text x="100%" dx="8" dy="0.34em">
          {label} {roundText(full)}
          {cut > 0 && <tspan>{`; ${cut} longer, cut at the bar`}</tspan>}
        </text>
      </svg>
    </svg>
  );
}

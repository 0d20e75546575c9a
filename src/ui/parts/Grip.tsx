import type { ReactNode } from "react";
import { formatNumber } from "../format-number.ts";
import type { Tone } from "../tone.ts";
import type { Way } from "./grip-steps.ts";
import { Layer } from "./Layer.tsx";
import { useStage } from "./stage-scale.ts";
import type { Place } from "./stage-box.ts";
import { useHandle, type Handle } from "./use-handle.ts";
import "./part-sheets.css";

export interface GripProps extends Omit<Handle, "way"> {
  /** Its name. */
  readonly label: string;
  /** Where it stands, in words; without them, its numbers. */
  readonly valueText?: string;
  /** Default both. On one axis, fingers that swipe along the other scroll the page. */
  readonly way?: Way;
  readonly tone?: Tone;
  /** Where it shows again. It is then a ring, which lets what it marks be seen. */
  readonly alsoAt?: readonly Place[];
  /** More to take it by than its knob: what belongs to it, drawn below. */
  readonly children?: ReactNode;
}

/** A handle on a stage, dragged or moved by arrow keys (ten times as far with Shift). */
export function Grip(props: GripProps) {
  const { label, at, way = "both", tone, alsoAt, children } = props;
  const { box, x, y } = useStage();
  const handlers = useHandle({ ...props, way });
  const [span, now] = way === "y" ? [box[1], at[1]] : [box[0], at[0]];
  const form = alsoAt ? "lp-grip-open" : `lp-grip-${way}`;
  const numbers = { x: at.slice(0, 1), y: at.slice(1), both: at }[way];
  return (
    <Layer>
      <g
        className={`lp-grip ${form} ${tone ? `lp-tone-${tone}` : ""}`}
        // A range input has one axis, and cannot lie on a picture at any place.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-roledescription={way === "both" ? "two-way slider" : undefined}
        aria-orientation={way === "y" ? "vertical" : undefined}
        aria-valuemin={Math.min(...span)}
        aria-valuemax={Math.max(...span)}
        aria-valuenow={now}
        aria-valuetext={props.valueText ?? numbers.map((value) => formatNumber(value)).join(", ")}
        {...handlers}
      >
        {children}
        {alsoAt?.map((place) => (
          <svg key={place.join()} className="lp-at" x={x(place[0])} y={y(place[1])}>
            <circle className="lp-grip-room" r="12" />
            <circle className="lp-grip-halo" r="6" />
            <circle className="lp-grip-frame" r="6" />
          </svg>
        ))}
        <svg className="lp-at" x={x(at[0])} y={y(at[1])}>
          <circle className="lp-grip-room" r="22" />
          {alsoAt && <circle className="lp-grip-halo" r="8" />}
          <Knob way={way} className="lp-grip-ring" grown={4} />
          <Knob way={way} className="lp-grip-knob" grown={0} />
        </svg>
      </g>
    </Layer>
  );
}

interface KnobProps {
  readonly way: Way;
  readonly className: string;
  /** px on each side. */
  readonly grown: number;
}

/** Half of its width and height, px: long across the way that it goes, as knobs of sliders are. */
const HALF = { both: [8, 8], x: [5, 10], y: [10, 5] } as const;

function Knob({ way, className, grown }: KnobProps) {
  const [width, height] = HALF[way].map((half) => half + grown) as [number, number];
  return (
    <rect
      className={className}
      x={-width}
      y={-height}
      width={2 * width}
      height={2 * height}
      rx={Math.min(width, height)}
    />
  );
}

import type { Tone } from "../tone.ts";
import { lerp, type Place } from "./stage-box.ts";
import { Layer } from "./Layer.tsx";
import { useStage } from "./stage-scale.ts";
import "./part-sheets.css";

export interface Link {
  /** Names of anchors. */
  readonly from: string;
  readonly to: string;
  /** From 0 to `most`. */
  readonly weight: number;
}

export interface WeightedLinksProps {
  readonly label: string;
  readonly anchors: Readonly<Record<string, Place>>;
  readonly links: readonly Link[];
  /** The weight of the widest line. Default 1. */
  readonly most?: number;
  /** Its width, CSS px. Default 10. */
  readonly widest?: number;
  /** Links at least this heavy show their number; the others under a pointer only. Default none. */
  readonly numbersFrom?: number;
  readonly tone?: Tone;
}

/** A line no wider than this is dotted: it says that there is a link, not how strong it is. CSS px. */
const THINNEST = 0.75;
/** Where along its line a number stands: not in the middle, where lines of a fan would pile them up. */
const NUMBER_AT = 0.4;

/** Lines between anchors of a stage, as wide as they are heavy. */
export function WeightedLinks(props: WeightedLinksProps) {
  const { anchors, links, label, most = 1, widest = 10, numbersFrom = Infinity, tone } = props;
  const { x, y } = useStage();
  const words = (weight: number): string => weight.toFixed(2);
  const spoken = links.map(({ from, to, weight }) => `${from} to ${to} ${words(weight)}`);
  return (
    <Layer className={tone && `lp-tone-${tone}`} label={`${label}: ${spoken.join(", ")}`}>
      {links.map(({ from, to, weight }) => {
        const [start, end] = [anchors[from], anchors[to]];
        if (!start || !end || !(weight > 0)) return null;
        const width = Math.round((100 * widest * weight) / most) / 100;
        const ends = { x1: x(start[0]), y1: y(start[1]), x2: x(end[0]), y2: y(end[1]) };
        const middle = lerp(start, end, NUMBER_AT);
        return (
          <g key={`${from} ${to}`} className="lp-link">
            <line className="lp-link-room" {...ends} />
            {width < THINNEST ? (
              <line className="lp-link-thin" {...ends} strokeWidth={THINNEST} />
            ) : (
              <line {...ends} strokeWidth={width} />
            )}
            <text
              className={weight >= numbersFrom ? undefined : "lp-link-hidden"}
              x={x(middle[0])}
              y={y(middle[1])}
              dy="0.34em"
              textAnchor="middle"
            >
              {words(weight)}
            </text>
          </g>
        );
      })}
    </Layer>
  );
}

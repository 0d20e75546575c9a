import type { Tone } from "../tone.ts";
import { Layer } from "./Layer.tsx";
import { Stage } from "./Stage.tsx";
import type { Box } from "./stage-box.ts";
import { useStage } from "./stage-scale.ts";

export interface Share {
  readonly name: string;
  /** Of a whole of 1. */
  readonly share: number;
  readonly tone: Tone;
}

/** A share that the first group has or may have. */
export interface ShareMark {
  readonly name: string;
  readonly at: number;
}

export interface ShareStripProps {
  readonly label: string;
  /** Side by side, in order; together 1. */
  readonly shares: readonly Share[];
  /** What neighbours come to together, in the same order. */
  readonly groups: readonly Share[];
  /** At most two bounds of the first group, the lower one first. */
  readonly marks?: readonly ShareMark[] | undefined;
  /** In place of marks. */
  readonly note?: string;
}

/** Across, shares; downwards, px. */
const BOX: Box = [
  [0, 1],
  [126, 0],
];
/** A segment this wide has room for its name and number. */
const ROOM = 0.23;
/** A mark further left has its name to the right: the long name of the lower one, the short one of the higher. */
const TO_THE_RIGHT = [0.5, 0.7] as const;

const toneInk = (tone: Tone): string => `var(--data-${tone})`;

/** Three decimals; four where three would make a whole of less. */
export const shareText = (share: number): string =>
  share.toFixed(share > 0.9995 && !isNearlyAll(share) ? 4 : 3);

/** What is missing to a whole is so little that as a number it would be nothing. */
export const isNearlyAll = (share: number): boolean => share >= 0.99995;
export const shareWords = (share: number): string =>
  isNearlyAll(share) ? "nearly all" : shareText(share);

/** Shares of a whole as segments of a strip, added up in groups, with bounds of the first group below. */
export function ShareStrip({ label, ...shown }: ShareStripProps) {
  return (
    <Stage label={label} box={BOX} height="126px" bare>
      <Strip {...shown} />
    </Stage>
  );
}

function Strip({ shares, groups, marks, note }: Omit<ShareStripProps, "label">) {
  const { x, width } = useStage();
  const before = (all: readonly Share[], i: number): number =>
    all.slice(0, i).reduce((sum, { share }) => sum + share, 0);
  const first = groups[0];
  return (
    <Layer>
      {shares.map(({ name, share, tone }, i) => (
        <g key={name}>
          <rect
            x={x(before(shares, i))}
            width={width(share)}
            y="22"
            height="30"
            fill={toneInk(tone)}
            stroke="var(--surface)"
            strokeWidth="1.5"
          />
          {share > ROOM / 3 && (
            <text x={x(before(shares, i) + share / 2)} y="41" textAnchor="middle">
              <tspan fill="var(--paper)" stroke="none">
                {share > ROOM ? `${name} ${shareText(share)}` : name}
              </tspan>
            </text>
          )}
        </g>
      ))}
      {groups.map(({ name, share, tone }, l) =>
        l > 0 && share < ROOM / 1.3 ? null : (
          <text
            key={name}
            x={x(l === 0 ? 0 : before(groups, l) + share / 2)}
            y="14"
            textAnchor={l === 0 ? "start" : "middle"}
          >
            <tspan fill={toneInk(tone)} fontWeight="600">
              {name} = {shareText(share)}
            </tspan>
          </text>
        ),
      )}
      <rect y="68" width="100%" height="6" rx="3" fill="var(--rule)" />
      {first && (
        <rect y="68" width={width(first.share)} height="6" rx="3" fill={toneInk(first.tone)} />
      )}
      {marks && <Marks marks={marks} />}
      {!marks && note && (
        <text x="0" y="98">
          <tspan fill="var(--ink-soft)">{note}</tspan>
        </text>
      )}
    </Layer>
  );
}

/** Of two names to the right the lower one belongs to the line on the left, so that no line crosses a name. */
function Marks({ marks }: { readonly marks: readonly ShareMark[] }) {
  const right = marks.map(({ at }, i) => at < TO_THE_RIGHT[i]!);
  return marks.map((mark, i) => (
    <Mark key={mark.name} {...mark} row={right[0] ? 1 - i : i} right={right[i]!} first={i === 0} />
  ));
}

type MarkProps = ShareMark & {
  readonly row: number;
  readonly right: boolean;
  readonly first: boolean;
};

function Mark({ name, at, row, right, first }: MarkProps) {
  const { x } = useStage();
  const y = 94 + 22 * row;
  return (
    <>
      <line
        x1={x(at)}
        x2={x(at)}
        y1="62"
        y2={y + 6}
        stroke="var(--ink)"
        strokeWidth="1.5"
        strokeDasharray={first ? "2 3" : "6 3"}
      />
      <text x={x(at)} y={y} dx={right ? 6 : -6} dy="0.34em" textAnchor={right ? "start" : "end"}>
        {name} {shareText(at)}
      </text>
    </>
  );
}

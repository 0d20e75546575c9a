/** Marks that tell classes apart by form as well as by colour: twenty differ, and the first ten by their form alone. */
import type { Tone } from "../tone.ts";

export interface ClassMark {
  readonly tone: Tone | "none";
  /** Filled, or an outline over paper, or lines alone; quiet where a point is there for comparison only. */
  readonly kind:
    | "full"
    | "hollow"
    | "lines"
    | "quiet"
    | "level-0"
    | "level-1"
    | "level-2"
    | "level-3"
    | "level-4";
  /** Path data around the place where the path is, in whole numbers, for a mark of this radius. */
  path(radius: number): string;
}

const TONES: readonly Tone[] = ["real", "made", "third", "fourth"];

const n = Math.round;
const circle = (r: number): string =>
  `m${n(-r)} 0a${n(r)} ${n(r)} 0 1 0 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 0 ${n(-2 * r)} 0z`;
/** Sides are shortened so that all marks look equally heavy. */
const square = (r: number): string =>
  `m${n(-0.85 * r)} ${n(-0.85 * r)}h${n(1.7 * r)}v${n(1.7 * r)}h${n(-1.7 * r)}z`;
const triangle = (r: number): string =>
  `m0 ${n(-1.2 * r)}l${n(1.1 * r)} ${n(2 * r)}h${n(-2.2 * r)}z`;
const turned = (r: number): string => `m0 ${n(1.2 * r)}l${n(1.1 * r)} ${n(-2 * r)}h${n(-2.2 * r)}z`;
const diamond = (r: number): string =>
  `m0 ${n(-1.25 * r)}l${n(1.25 * r)} ${n(1.25 * r)}l${n(-1.25 * r)} ${n(1.25 * r)}l${n(-1.25 * r)} ${n(-1.25 * r)}z`;
const cross = (r: number): string =>
  `m${n(-r)} ${n(-r)}l${n(2 * r)} ${n(2 * r)}m0 ${n(-2 * r)}l${n(-2 * r)} ${n(2 * r)}`;
const plus = (r: number): string =>
  `m${n(-1.25 * r)} 0h${n(2.5 * r)}m${n(-1.25 * r)} ${n(-1.25 * r)}v${n(2.5 * r)}`;

const FORMS: readonly Pick<ClassMark, "kind" | "path">[] = [
  { kind: "full", path: circle },
  { kind: "hollow", path: square },
  { kind: "full", path: triangle },
  { kind: "lines", path: cross },
  { kind: "full", path: diamond },
  { kind: "hollow", path: circle },
  { kind: "full", path: square },
  { kind: "hollow", path: turned },
  { kind: "lines", path: plus },
  { kind: "hollow", path: diamond },
];

const QUIET: ClassMark = { tone: "none", kind: "quiet", path: (radius) => circle(0.5 * radius) };

/** The mark of a class, counted from 0; below 0 that of no class. */
export const classMark = (k: number): ClassMark =>
  k < 0 ? QUIET : { tone: TONES[k % TONES.length]!, ...FORMS[k % FORMS.length]! };

/** Levels of a quantity that are told apart. */
export const LEVELS = 5;

/** The mark of a level from 0, low, to 4, high: larger and stronger with it. */
export function levelMark(k: number): ClassMark {
  const level = Math.min(LEVELS - 1, Math.max(0, k)) as 0 | 1 | 2 | 3 | 4;
  return {
    tone: "real",
    kind: `level-${level}`,
    path: (radius) => circle(radius * (0.6 + 0.2 * level)),
  };
}

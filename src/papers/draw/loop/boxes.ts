/** Where the boxes of one step stand, and the arrows between them. */
import type { Snapshot } from "../../../contract/view.ts";
import { arrowPath } from "../../../ui/parts/arrow-path.ts";
import type { FlowArrow } from "../../../ui/parts/FlowArrows.tsx";
import type { PixelScale } from "../../../ui/parts/pixel-scale.ts";
import type { Box, Place } from "../../../ui/parts/stage-box.ts";
import { SIDE, type demo } from "./demo.ts";

export type Shown = keyof Snapshot<typeof demo>["outputs"];

/** CSS px where there is room: two rows of boxes, from left to right and back. */
export const PLANE: Box = [
  [0, 480],
  [228, 0],
];
export const COLUMN = 101;
export const UPPER = 16;
const LOWER = 136;
/** Of a box, and of a pixel in it. */
export const SIZE = 76;
export const PIXEL = SIZE / SIDE;
export const MIDDLE = SIZE / 2;

export interface BoxOf {
  readonly name: string;
  readonly shape: string;
  readonly size: Place;
  /** Column, and the top of its row. */
  readonly at: Place;
  readonly scale: PixelScale;
  readonly range?: Place;
}

const square = { shape: "28²", size: [SIZE, SIZE] } as const;
const state = { shape: "128", size: [72, 36], scale: "diverging" } as const;

/** A tensor’s place, the middle of its box, by its name among the outputs. */
export const BOXES = {
  x: { ...square, name: "x", at: [0, UPPER], scale: "ink", range: [0, 1] },
  xHat: { ...square, name: "x̂", at: [1, UPPER], scale: "diverging", range: [-1, 1] },
  hEnc: { ...state, name: "hᵉⁿᶜ", at: [3, UPPER] },
  z: { name: "z", shape: "20", size: [60, 48], at: [4, UPPER], scale: "diverging" },
  hDec: { ...state, name: "hᵈᵉᶜ", at: [4, LOWER] },
  w: { name: "w", shape: "5²", size: [50, 50], at: [3, LOWER], scale: "diverging" },
  written: { ...square, name: "write", at: [2, LOWER], scale: "diverging" },
  canvas: { ...square, name: "σ(c)", at: [1, LOWER], scale: "ink", range: [0, 1] },
} as const satisfies Partial<Record<Shown, BoxOf>>;

/** Where windows read and write. */
export const FRAMED = [
  { at: BOXES.x.at, row: 0, tone: "made" },
  { at: BOXES.xHat.at, row: 0, tone: "made" },
  { at: BOXES.written.at, row: 1, tone: "real" },
] as const;

/** Side of the two patches that are read, one above the other. */
export const PATCH = 36;

const centre = (column: number, row: number): Place => [column * COLUMN + MIDDLE, row + MIDDLE];
export const boxAt = ({ at, size: [width, height] }: Pick<BoxOf, "at" | "size">): Box => {
  const [x, y] = centre(...at);
  return [
    [x - width / 2, x + width / 2],
    [y + height / 2, y - height / 2],
  ];
};
export const cornerOf = ([column, row]: Place): Place => [column * COLUMN, row];

/** From the edge of one box to that of the next in its row, with a word above. */
function along(from: number, to: number, row: number, says: string, ends: Place): FlowArrow {
  const forth = Math.sign(to - from);
  const [[x, y], [end]] = [centre(from, row), centre(to, row)];
  return {
    path: arrowPath([x + (forth * ends[0]) / 2, y], [end - (forth * ends[1]) / 2, y]),
    says,
    at: [(x + end) / 2, row],
  };
}

/** Where the code goes down to the decoder. */
const RIGHT = 4 * COLUMN + MIDDLE;

export const WAYS: readonly FlowArrow[] = [
  along(0, 1, UPPER, "−σ(c)", [SIZE, SIZE]),
  along(1, 2, UPPER, "read", [SIZE, PATCH]),
  along(2, 3, UPPER, "LSTM", [PATCH, 72]),
  along(3, 4, UPPER, "Q", [72, 60]),
  {
    path: arrowPath([RIGHT, UPPER + SIZE + 22], [RIGHT, LOWER + 20]),
    says: "LSTM",
    at: [RIGHT + 20, 128],
  },
  along(4, 3, LOWER, "W", [72, 50]),
  along(3, 2, LOWER, "write", [50, SIZE]),
  along(2, 1, LOWER, "add", [SIZE, SIZE]),
  {
    path: `M${COLUMN} ${LOWER + MIDDLE}H${COLUMN - 10}${arrowPath([COLUMN - 10, LOWER + MIDDLE], [COLUMN - 10, UPPER + MIDDLE + 12])}`,
    says: "",
    at: [0, 0],
  },
];

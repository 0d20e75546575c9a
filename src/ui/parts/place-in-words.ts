import type { Place } from "./stage-box.ts";

/** Thirds of a picture without its rim of a seventh, which digits keep free. */
const [FIRST, SECOND] = [8 / 21, 13 / 21];

/** Which of three. */
const third = (share: number): 0 | 1 | 2 => (share < FIRST ? 0 : share < SECOND ? 1 : 2);

const ROWS = ["top", "", "bottom"] as const;
const COLUMNS = ["left", "", "right"] as const;

/** Where a place lies on a square picture of so many pixels a side, row 0 at the top: `"the top right"`, `"the middle"`. */
export function placeInWords([x, y]: Place, side: number): string {
  const [row, column] = [ROWS[third((y + 0.5) / side)], COLUMNS[third((x + 0.5) / side)]];
  return `the ${`${row} ${column}`.trim() || "middle"}`;
}

/** The places of a way, each said once until it changes. */
export const wayInWords = (places: readonly Place[], side: number): readonly string[] =>
  places.map((place) => placeInWords(place, side)).filter((words, i, all) => words !== all[i - 1]);

/** What a hand does on a picture, by real pointer moves. */
import type { Page } from "playwright";

export interface Gesture {
  readonly name: string;
  /** The sketch's page. */
  readonly path: string;
  /** Presses, and moves a little. */
  begin(page: Page): Promise<void>;
  /** So many moves after that. */
  move(page: Page): Promise<void>;
}

/** Between two moves, ms: a mouse that reports sixty times a second, or the next as soon as the browser has taken the last. */
const RATES = { "60 a second": 1000 / 60, "as fast as possible": 0 };
const WARMING = 30;

/** A place at a share of the way. */
type Path = (share: number) => readonly [x: number, y: number];

export const gesturesOf = (moves: number): Gesture[] =>
  Object.entries(RATES).flatMap(([rate, restMs]) => [
    gesture(`filterbank, window dragged, ${rate}`, "/draw/", "Window", circle, moves, restMs),
    gesture(
      `matching, stroke drawn, ${rate}`,
      "/matching-networks/",
      "Query",
      zigzag,
      moves,
      restMs,
    ),
  ]);

/** Around the place of the press, within a reach of 60 px. */
const circle: Path = (share) => [60 * Math.sin(14 * share), 60 * Math.cos(14 * share) - 60];

/** Up and down, and to the right, within a reach of 40 px: over most of the drawing, and never beside it. */
const zigzag: Path = (share) => [80 * share - 40, 40 * (Math.abs(((20 * share) % 2) - 1) * 2 - 1)];

function gesture(
  name: string,
  path: string,
  label: string,
  way: Path,
  moves: number,
  restMs: number,
): Gesture {
  let start: readonly [number, number] = [0, 0];
  const follow = async (page: Page, from: number, to: number): Promise<void> => {
    for (let i = from; i < to; i++) {
      const [dx, dy] = way(i / (moves + WARMING));
      const began = performance.now();
      await page.mouse.move(start[0] + dx, start[1] + dy);
      const rest = restMs - (performance.now() - began);
      if (rest > 0) await new Promise((resolve) => void setTimeout(resolve, rest));
    }
  };
  return {
    name,
    path,
    async begin(page) {
      const place = page.getByLabel(label, { exact: true });
      await place.scrollIntoViewIfNeeded();
      const { x, y, width, height } = (await place.boundingBox())!;
      start = [x + width / 2, y + height / 2];
      const [dx, dy] = way(0);
      await page.mouse.move(start[0] + dx, start[1] + dy);
      await page.mouse.down();
      await follow(page, 0, WARMING);
    },
    async move(page) {
      await follow(page, WARMING, WARMING + moves);
      await page.mouse.up();
    },
  };
}

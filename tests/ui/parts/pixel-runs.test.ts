import { expect, test } from "vitest";
import { holes, pixelRuns } from "../../../src/ui/parts/pixel-runs.ts";
import { strengthOn, type Picture } from "../../../src/ui/parts/pixel-scale.ts";

const picture = (rows: readonly (readonly number[])[]): Picture => ({
  columns: rows[0]!.length,
  rows: rows.length,
  data: Float32Array.from(rows.flat()),
});

/** What the paths paint, read back. */
function repainted({ columns, rows }: Picture, runs: ReturnType<typeof pixelRuns>): number[] {
  const cells = Array.from({ length: columns * rows }, () => 0);
  for (const { opacity, negative, path } of runs) {
    let at = 0;
    for (const [, right, down, length] of path.matchAll(/m(-?\d+) (\d+)h(\d+)/g)) {
      const start = at + +down! * columns + +right!;
      at = start + +length!;
      cells.fill(negative ? -opacity : opacity, start, at);
    }
  }
  return cells;
}

test("runs repaint every cell to within half a level, in as few lines as there are runs", () => {
  const shades = picture([
    [0, 0.2, 0.2, 1],
    [1, 1, 0.7, 0],
    [0.01, -0.5, -0.5, -1],
  ]);
  const runs = pixelRuns(shades, strengthOn("diverging", [-1, 1]));
  const painted = repainted(shades, runs);
  for (const [i, value] of shades.data.entries())
    expect(Math.abs(painted[i]! - value), `cell ${i}`).toBeLessThanOrEqual(0.5 / 15 + 1e-3);
  expect(runs.flatMap(({ path }) => path.split("m").slice(1))).toHaveLength(6);
});

test("a run ends with its row, and what is no number stays paper", () => {
  const full = picture([
    [1, 1],
    [1, Number.NaN],
  ]);
  expect(pixelRuns(full, strengthOn("ink", [0, 1]))).toEqual([
    { opacity: 1, negative: false, path: "m0 0h2m-2 1h1" },
  ]);
});

test("negative cells alone have holes, in their middles", () => {
  const signs = picture([[1, -1, 0, -0.2]]);
  expect(holes(signs, strengthOn("diverging", [-1, 1]))).toBe("M1.35 0h.3M3.35 0h.3");
});

import { expect, test } from "vitest";
import type { Numbers } from "../../../src/ui/parts/stage-box.ts";
import { padAfterKey, type PadRules, type PadTurn } from "../../../src/ui/parts/pad-keys.ts";

const points = (...data: number[]): Numbers => ({
  shape: [data.length / 2, 2],
  data: Float32Array.from(data),
});
const rules: PadRules = {
  box: [
    [-1, 1],
    [-1, 1],
  ],
  least: 1,
  most: 3,
  step: 0.25,
};

/** Keys one after another. */
function typed(start: Numbers, ...keys: readonly string[]): PadTurn {
  return keys.reduce<PadTurn>(
    (turn, key) =>
      padAfterKey({ key, shiftKey: false }, turn.state, turn.points, rules) ?? {
        ...turn,
        says: "nothing",
      },
    { state: { current: 0, before: null }, points: start, says: "nothing" },
  );
}
const two = points(0, 0, 0.5, 0.5);

test("arrows go from point to point, and stop at the last", () => {
  expect(typed(two, "ArrowRight", "ArrowDown").state.current).toBe(1);
  expect(typed(two, "End", "Home").state.current).toBe(0);
  expect(typed(two, "ArrowRight").points).toBe(two);
});

test("picked up, a point moves by arrows; put down, it is committed; Escape puts it back", () => {
  const moved = typed(two, "ArrowRight", "Enter", "ArrowLeft", "ArrowUp");
  expect(moved).toMatchObject({ says: "input", points: points(0, 0, 0.25, 0.75) });
  expect(typed(two, "Enter", "ArrowLeft", " ")).toMatchObject({
    says: "commit",
    points: points(-0.25, 0, 0.5, 0.5),
    state: { before: null },
  });
  expect(typed(two, "Enter", "ArrowLeft", "Escape")).toMatchObject({
    says: "input",
    points: two,
    state: { before: null },
  });
});

test("a new point is in the hand at once, and Escape takes it away again", () => {
  const made = typed(two, "n");
  expect(made).toMatchObject({
    says: "input",
    points: points(0, 0, 0.5, 0.5, 0, 0),
    state: { current: 2 },
  });
  expect(typed(two, "n", "Escape")).toMatchObject({ points: two, state: { current: 1 } });
  expect(typed(two, "n", "Enter", "n").points.shape).toEqual([3, 2]);
});

test("Delete takes the current point, but not the last that must be there", () => {
  expect(typed(two, "ArrowRight", "Delete")).toMatchObject({
    says: "commit",
    points: points(0, 0),
    state: { current: 0 },
  });
  expect(typed(two, "Delete", "Delete")).toMatchObject({
    says: "nothing",
    points: points(0.5, 0.5),
  });
});

test("other keys are the page's", () => {
  expect(
    padAfterKey({ key: "Tab", shiftKey: false }, { current: 0, before: null }, two, rules),
  ).toBe(null);
});

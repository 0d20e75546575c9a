import { expect, test } from "vitest";
import { ringPath } from "../../src/ui/ring-path.ts";

test("a square with points on its sides is four corners", () => {
  const ring = [
    [0, 0],
    [5, 0],
    [10, 0],
    [10, 4],
    [10, 10],
    [0, 10],
  ] as const;
  expect(ringPath(ring)).toBe("M0 0l10 0 0 10-10 0z");
});

test("a corner that is told twice, as where d3 closes a ring, stays", () => {
  const ring = [
    [0, 0],
    [5, 0],
    [10, 0],
    [10.2, 0.1],
    [10, 10],
    [0, 10],
    [0, 0],
  ] as const;
  expect(ringPath(ring)).toBe("M10 0l0 10-10 0 0-10z");
});

test("places are rounded before they are told from one another, so that no error adds up", () => {
  const ring = [
    [0.4, 0.4],
    [10.4, 1.6],
    [20.4, -7.4],
  ] as const;
  expect(ringPath(ring)).toBe("M0 0l10 2 10-9z");
});

test("a ring that rounding makes a line or a point is nothing", () => {
  expect(
    ringPath([
      [1, 1],
      [1.2, 1.1],
      [1.1, 1.3],
    ]),
  ).toBe("");
});

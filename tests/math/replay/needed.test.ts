/** Launches that nobody's numbers depend on are left out of a recorded step. */
import { expect, test } from "vitest";
import { needed } from "../../../src/math/replay/needed.ts";
import { SPAN } from "../../../src/math/replay/places.ts";

const [a, b, c, d, e] = [2, 3, 4, 5, 6].map((piece) => piece * SPAN) as [
  number,
  number,
  number,
  number,
  number,
];
const exp = (from: number, to: number) => ({ name: "exp", args: [4, from, to] });
const move = (from: number, to: number) => ({
  name: "move",
  args: [1, 1, 1, 2, from, 0, 0, 0, 1, to, 0, 0, 0, 1],
});

test("only what leads to the wanted pieces is kept, in order", () => {
  const calls = [exp(a, b), exp(b, c), exp(b, d), exp(d, e)];
  expect(needed(calls, [4])).toEqual([calls[0], calls[1]]);
  expect(needed(calls, [6])).toEqual([calls[0], calls[2], calls[3]]);
  expect(needed(calls, [4, 6])).toEqual(calls);
  expect(needed(calls, [])).toEqual([]);
});

test("all that writes to a piece is kept, each part of it", () => {
  const calls = [exp(a, b), move(b, c), exp(a, d), move(d, c + 8)];
  expect(needed(calls, [4])).toEqual(calls);
});

/** Which pieces of memory share a place: over time, one made of another, and the next state with the present one. */
import { describe, expect, test } from "vitest";
import { ARENA, layoutOf, type Uses } from "../../../src/math/replay/layout.ts";
import { LINE } from "../../../src/math/replay/lifetimes.ts";
import { SPAN } from "../../../src/math/replay/places.ts";

const [a, b, c, d, e] = [2, 3, 4, 5, 6];
const at = (piece: number): number => piece * SPAN;
const exp = (from: number, to: number) => ({ name: "exp", args: [4, at(from), at(to)] });
const add = (x: number, y: number, to: number) => ({
  name: "add",
  args: [1, 4, at(x), 0, 1, at(y), 0, 1, at(to)],
});
/** Reads all that it reads for each number that it writes. */
const sum = (from: number, to: number) => ({ name: "sum", args: [1, 1, 4, at(from), at(to)] });

const pieces = new Map(
  [a, b, c, d, e].map((piece) => [piece, { address: 0, bytes: 16, content: null }]),
);
const layout = (uses: Partial<Uses>, fixed: number[] = []) =>
  layoutOf({ calls: [], drawn: [], ends: [], successors: [], ...uses }, pieces, new Set(fixed));
const starts = (uses: Partial<Uses>, fixed?: number[]): Record<number, number> =>
  Object.fromEntries(
    [...layout(uses, fixed).starts].map(([piece, start]) => [piece, (start - ARENA) / LINE]),
  );

describe("in the arena", () => {
  test("a result lies where an operand lay that nobody needs any more", () => {
    expect(starts({ calls: [exp(a, b), exp(b, c)], ends: [at(c)] })).toEqual({ 2: 0, 3: 0, 4: 0 });
    expect(layout({ calls: [exp(a, b), exp(b, c)], ends: [at(c)] }).bytes).toBe(LINE);
  });

  test("it lies apart where the operand is needed later, at the end too, or read in another order", () => {
    expect(starts({ calls: [exp(a, b), exp(a, c)], ends: [at(b), at(c)] })).toEqual({
      2: 0,
      3: 1,
      4: 0,
    });
    expect(starts({ calls: [exp(a, b)], ends: [at(a), at(b)] })).toEqual({ 2: 0, 3: 1 });
    expect(starts({ calls: [sum(a, b)], ends: [at(b)] })).toEqual({ 2: 0, 3: 1 });
  });

  test("of two operands that come to their end, one is replaced and the other's room is free", () => {
    const calls = [add(a, b, c), sum(c, d)];
    expect(starts({ calls, ends: [at(d)] })).toEqual({ 2: 0, 3: 1, 4: 0, 5: 1 });
  });

  test("what is drawn lies apart from all that comes before its last use", () => {
    const calls = [exp(a, b), add(b, d, c)];
    expect(starts({ calls, drawn: [at(d)], ends: [at(c)] })[d]).toBe(0);
    expect(starts({ calls, drawn: [at(d)], ends: [at(c)] })[b]).toBe(1);
  });

  test("what has an address of its own takes no room, nor does anything take its place", () => {
    expect(starts({ calls: [exp(a, b), exp(b, c)], ends: [at(c)] }, [b])).toEqual({ 2: 0, 4: 0 });
  });
});

describe("the next state", () => {
  const successors = [[c, a]] as const;
  const atHome = (calls: Uses["calls"], ends = [at(c)]): boolean => {
    const { atHome: found, starts: elsewhere } = layout({ calls, ends, successors }, [a]);
    expect(found.has(c)).toBe(!elsewhere.has(c));
    return found.get(c) === a;
  };

  test("is made where the present one lies as soon as that has been read for the last time", () => {
    expect(atHome([exp(a, c)])).toBe(true);
    expect(atHome([sum(a, b), exp(b, c)])).toBe(true);
    expect(atHome([exp(b, c)])).toBe(true);
  });

  test("is brought there in the end if that is read later, or for each of its numbers", () => {
    expect(atHome([exp(a, c), exp(a, b)], [at(c), at(b)])).toBe(false);
    expect(atHome([exp(b, c), exp(a, d)], [at(c), at(d)])).toBe(false);
    expect(atHome([sum(a, c)])).toBe(false);
  });

  test("is brought there if it is a constant, or of another size", () => {
    const calls = [exp(b, d)];
    const uses = { calls, drawn: [], ends: [at(c), at(d)], successors };
    expect(layoutOf(uses, pieces, new Set([a, c])).atHome.size).toBe(0);
    const larger = new Map(pieces).set(c, { address: 0, bytes: 20, content: null });
    expect(layoutOf(uses, larger, new Set([a])).atHome.size).toBe(0);
  });
});

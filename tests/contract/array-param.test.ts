import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawings } from "../../src/contract/drawings-param.ts";
import { points } from "../../src/contract/points-param.ts";
import { dice, same } from "../../src/contract/params.ts";

const described = { label: "Picture", help: "What is looked at.", effect: "live" } as const;
const ink = drawings({ ...described, most: 3, side: 28, levels: 2 });
const grey = drawings({ ...described, most: 2, height: 3, width: 5, levels: 16 });
const box = [
  [-1, 1],
  [0.3, 7],
] as const;
const D = points({ ...described, least: 0, most: 50, box });

test("a picture of 28 by 28 bits is 131 characters, the first pixel the first bit", () => {
  const data = new Float32Array(784);
  data[0] = 1;
  data[9] = 1;
  const text = ink.format({ shape: [1, 28, 28], data });
  expect(text).toHaveLength(131);
  expect(text.slice(0, 4)).toBe("gEAA");
  expect(ink.parse(text)).toEqual({ value: { shape: [1, 28, 28], data } });
});

test("without a default of its own a parameter is blank", () => {
  expect(ink.fallback).toEqual({ shape: [1, 28, 28], data: new Float32Array(784) });
  expect(D.fallback).toEqual({ shape: [0, 2], data: new Float32Array(0) });
});

test("a default that is none of its values is refused where it is declared", () => {
  expect(() => drawings({ ...described, most: 1, side: 28, levels: 2, fallback: "AA" })).toThrow(
    "The default of “Picture” is none of its values.",
  );
});

test("what is read is written as the same text, and read again as the same bits", () => {
  for (const param of [ink, grey, D]) {
    const { control } = param;
    const { least, most } = control as { least: number; most: number };
    const rowBytes = param === ink ? 98 : param === grey ? 8 : 4;
    fc.assert(
      fc.property(
        fc
          .integer({ min: least, max: most })
          .chain((n) => fc.uint8Array({ minLength: n * rowBytes, maxLength: n * rowBytes })),
        (bytes) => {
          const text = btoa(String.fromCharCode(...bytes));
          const { value, problem } = param.parse(text);
          expect(problem).toBeUndefined();
          expect(param.parse(param.format(value))).toEqual({ value });
          expect(same(param, value, param.parse(text).value)).toBe(true);
        },
      ),
    );
  }
});

test("whatever is drawn becomes a value: out of range is clamped, a NaN is paper", () => {
  fc.assert(
    fc.property(fc.float32Array({ minLength: 30, maxLength: 30 }), (data) => {
      const { value, problem } = grey.parse(grey.format({ shape: [2, 3, 5], data }));
      expect(problem).toBeUndefined();
      expect(value.data.every((x) => x >= 0 && x <= 1)).toBe(true);
    }),
  );
  const wild = Float32Array.of(-5, 0.2, Number.NaN, Infinity);
  const { value } = D.parse(D.format({ shape: [2, 2], data: wild }));
  expect([...value.data]).toEqual([-1, 0.3, -1, 7].map(Math.fround));
});

test("the ends of a box are its own, and a step is a 65,535th of it", () => {
  const data = Float32Array.of(-1, 0.3, 1, 7, 0, 3);
  const { value } = D.parse(D.format({ shape: [3, 2], data }));
  expect([...value.data.subarray(0, 4)]).toEqual([-1, 0.3, 1, 7].map(Math.fround));
  for (const [i, x] of data.entries()) expect(Math.abs(value.data[i]! - x)).toBeLessThan(7 / 65535);
});

describe("any text gives a value; what was not ours is named", () => {
  test.each(["", "A", "%%%", "AAAA", "A".repeat(500), "é"])("%s", (text) => {
    const { value, problem } = ink.parse(text);
    expect(value).toBe(ink.fallback);
    expect(problem).toContain("Picture: the link’s text is not 1 to 3 drawings");
  });
});

test("two values are the same where their texts are", () => {
  const a = D.parse("AAAAAA").value;
  expect(same(D, a, { ...a, data: a.data.slice() })).toBe(true);
  expect(same(D, a, D.parse("AAAAAQ").value)).toBe(false);
});

test("dice are whole numbers below a bound", () => {
  const row = dice({ ...described, below: 6 });
  expect(row.control).toEqual({ kind: "dice", below: 6 });
  expect(row.parse("5")).toEqual({ value: 5 });
  expect(row.parse("6").value).toBe(5);
  expect(row.parse("6").problem).toContain("outside 0 to 5");
});

import { expect, test } from "vitest";
import { greatest, nearest } from "../../src/math/row-search.ts";

const table = { shape: [4, 2], data: [0, 0, 3, 4, 3, 0, 3, 0] };

test("the nearest row, of equal ones the first", () => {
  const queries = { shape: [4, 2], data: Float32Array.of(0.1, -1, 3, 1, 2, 3.5, 100, 99) };
  expect([...nearest(queries, table)]).toEqual([0, 2, 1, 1]);
  expect([...nearest({ shape: [0, 2], data: [] }, table)]).toEqual([]);
});

test("the greatest of a row, of equal ones the first", () => {
  expect([...greatest({ shape: [3, 3], data: [1, 5, 2, -1, -2, -1, 0, 1, 1] })]).toEqual([1, 0, 1]);
});

test("rows that don't fit are refused", () => {
  expect(() => nearest({ shape: [1, 3], data: [1, 2, 3] }, table)).toThrow(
    "Rows [1,3] can't be looked for among rows [4,2].",
  );
  expect(() => nearest(table, { shape: [0, 2], data: [] })).toThrow("can't be looked for");
  expect(() => greatest({ shape: [3], data: [1, 2, 3] })).toThrow("no greatest of a row");
});

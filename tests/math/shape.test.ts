/** Taking tensors apart. */
import { beforeAll, describe, expect, test } from "vitest";
import { useBackend } from "../../src/math/backend.ts";
import { mul } from "../../src/math/elementwise.ts";
import { watchLaunches } from "../../src/math/kernels/launch.ts";
import { read } from "../../src/math/memory.ts";
import { concat, split } from "../../src/math/shape.ts";
import { tensor } from "../../src/math/tensor.ts";
import {
  BACKENDS,
  start,
  wrongCurvatures,
  wrongSlopes,
  type Case,
} from "../fixtures/finite-differences.ts";

const CASES: Case[] = [
  [
    "split",
    (x) => {
      const [a, b, c] = split(x, [1, 2, 1]);
      return concat([mul(a!, c!), mul(b!, b!)], 1);
    },
    [[3, 4]],
  ],
  ["split along the first axis, one part used", (x) => split(x, [2, 1], 0)[1]!, [[3, 4]]],
];

describe.each(BACKENDS)("on $backend (kernels of our own: $kernels)", (backend) => {
  beforeAll(() => start(backend));

  test.each(CASES)("gradient and second derivative of %s", async (...one) => {
    expect(await wrongSlopes(one)).toEqual([]);
    expect(await wrongCurvatures(one)).toEqual([]);
  });

  test("parts are where they were", async () => {
    const x = tensor([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], [2, 3, 2]);
    const parts = split(x, [1, 2], 1);
    expect(parts.map(({ shape }) => shape)).toEqual([
      [2, 1, 2],
      [2, 2, 2],
    ]);
    expect([...(await read(parts[0]!)).data]).toEqual([0, 1, 6, 7]);
    expect([...(await read(parts[1]!)).data]).toEqual([2, 3, 4, 5, 8, 9, 10, 11]);
    expect([...(await read(split(x, [1, 1])[1]!)).data]).toEqual([1, 3, 5, 7, 9, 11]);
  });
});

test("parts are launches of ours", async () => {
  await useBackend("wasm");
  const names: (string | null)[] = [];
  const x = tensor([1, 2, 3], [1, 3]);
  watchLaunches((name) => names.push(name));
  split(x, [1, 2]);
  watchLaunches(undefined);
  expect(names).toEqual(["move", "move"]);
});

test("sizes that don't add up are refused", () => {
  const x = tensor([1, 2, 3], [1, 3]);
  expect(() => split(x, [1, 1])).toThrow("Shape [1,3] can't be split into [1,1] along axis -1.");
  expect(() => split(x, [4, -1])).toThrow("can't be split");
  expect(() => split(x, [1], 2)).toThrow("no axis 2");
});

import { beforeAll, expect, test } from "vitest";
import { useBackend } from "../../../src/math/backend.ts";
import { read } from "../../../src/math/memory.ts";
import { tensor } from "../../../src/math/tensor.ts";
import {
  attention,
  byPrototypes,
  voted,
  type Labels,
} from "../../../src/papers/matching-networks/labelled.ts";

beforeAll(async () => {
  await useBackend("wasm");
});

/** The note's example to check by hand: two of A, two of B, and the query. */
const g = () => tensor([4, 3, 1, 0, 0, 1, -4, 3], [1, 4, 2]);
const f = () => tensor([3, 4], [1, 1, 2]);
const RIGHT: Labels = { counts: [true, true, true, true], y: [[0, 0, 1, 1]], N: 2 };

test("the note's example: weights, and what they come to by class", async () => {
  const a = attention(f(), g(), 1, RIGHT);
  const weights = (await read(a)).data;
  [0.341, 0.238, 0.291, 0.131].forEach((weight, i) => expect(weights[i]).toBeCloseTo(weight, 3));
  const { shape, data: P } = await read(voted(a, RIGHT));
  expect(shape).toEqual([1, 1, 2]);
  expect(P[0]).toBeCloseTo(0.579, 3);
  expect(P[1]).toBeCloseTo(0.421, 3);
});

test("a wrong label moves the weight of its example, and of a class's mean the example", async () => {
  const wrong: Labels = { ...RIGHT, y: [[1, 0, 1, 1]] };
  const { data: P } = await read(voted(attention(f(), g(), 1, wrong), wrong));
  expect(P[0]).toBeCloseTo(0.238, 3);
  // Means (1, 0) and (0, 7/3): squared distances 20 and 9 + 25/9.
  const { data: byMeans } = await read(byPrototypes(f(), g(), wrong));
  const odds = Math.exp(20 - (9 + 25 / 9));
  expect(byMeans[1]).toBeCloseTo(odds / (1 + odds), 5);
});

test("what does not count gets no weight, in no mean has a part, and a class of nothing else gets 0", async () => {
  const some: Labels = { ...RIGHT, counts: [true, false, true, true] };
  const { data: a } = await read(attention(f(), g(), 1, some));
  expect(a[1]).toBe(0);
  expect(a.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 6);
  // Means (4, 3) and (−2, 2): squared distances 2 and 29.
  const { data: means } = await read(byPrototypes(f(), g(), some));
  expect(Math.log(means[0]! / means[1]!)).toBeCloseTo(27, 1);
  const { data: none } = await read(
    byPrototypes(f(), g(), { ...RIGHT, counts: [false, false, true, true] }),
  );
  expect(Array.from(none)).toEqual([0, 1]);
  const all: Labels = { ...RIGHT, counts: [false, false, false, false] };
  for (const weight of (await read(attention(f(), g(), 1, all))).data)
    expect(weight).toBeCloseTo(0.25, 6);
});

test("each query of a batch has labels of its own", async () => {
  const two = tensor([3, 4, 3, 4], [1, 2, 2]);
  const each: Labels = { ...RIGHT, y: [...RIGHT.y, [1, 0, 1, 1]] };
  const { data: P } = await read(voted(attention(two, g(), 1, each), each));
  expect(P[0]).toBeCloseTo(0.579, 3);
  expect(P[2]).toBeCloseTo(0.238, 3);
});

/** Rules that name queries. */
import { beforeAll, expect, test } from "vitest";
import { useBackend } from "../../../src/math/backend.ts";
import { argmax } from "../../../src/math/classification.ts";
import { fold, keyOf } from "../../../src/math/key.ts";
import { read } from "../../../src/math/memory.ts";
import { normal } from "../../../src/math/random.ts";
import { concat, reshape, slice } from "../../../src/math/shape.ts";
import { tensor, type Tensor } from "../../../src/math/tensor.ts";
import { prototypeLogits } from "../../../src/papers/matching-networks/prototypes.ts";
import {
  byExemplars,
  byMatching,
  byNearest,
  byPrototype,
  byRegression,
  inTurn,
} from "../../../src/papers/matching-networks/rival-rules.ts";

beforeAll(() => useBackend("wasm"));

const key = keyOf(3);
const kind = { N: 4, k: 5, q: 2 };
const g = () => normal(fold(key, "g"), [3, 20, 6]);
const f = () => normal(fold(key, "f"), [3, 8, 6]);
const numbers = async (x: Tensor): Promise<number[]> => [...(await read(x)).data];
const answers = (x: Tensor): Promise<number[]> => numbers(argmax(x));

test("by hand: the mean outvotes the nearest, and a small scale makes matching vote by the mean cosine", async () => {
  // Of A one support lies on the query and one opposite, of B both at 37 degrees; lengths differ.
  const supports = tensor([2, 0, -1, 0, 4, 3, 4, -3], [1, 4, 2]);
  const query = tensor([1, 0], [1, 1, 2]);
  const of = { N: 2, k: 2, q: 1 };
  expect(await answers(byNearest(supports, query, of))).toEqual([0]);
  expect(await answers(byMatching(20)(supports, query, of))).toEqual([0]);
  expect(await answers(byMatching(1)(supports, query, of))).toEqual([1]);
  // A's mean is (0.5, 0), B's (4, 0): squared distances 0.25 and 9.
  expect(await numbers(byPrototype(supports, query, of))).toEqual([-0.25, -9]);
});

test("with one shot matching at any scale names the nearest example", async () => {
  const one = inTurn(byNearest)(g(), f(), kind, [1])[0]!;
  for (const s of [1, 10, 50])
    expect(await answers(inTurn(byMatching(s))(g(), f(), kind, [1])[0]!)).toEqual(
      await answers(one),
    );
});

test("prototypes of several episodes are those of each", async () => {
  const all = await numbers(byPrototype(g(), f(), kind));
  const own = (x: Tensor, e: number): Tensor => {
    const [, rows, d] = x.shape as [number, number, number];
    return reshape(slice(x, [e, 0, 0], [1, rows, d]), [rows, d]);
  };
  for (const e of [0, 1, 2]) {
    const z = concat([own(g(), e), own(f(), e)]);
    const alone = await numbers(prototypeLogits(z, kind));
    alone.forEach((value, i) => expect(all[e * 32 + i]).toBeCloseTo(value, 4));
  }
});

test.each([
  ["nearest", inTurn(byNearest)],
  ["regression", byRegression],
  ["exemplars", byExemplars],
])("%s: fewer shots are the first of each class, and all queries are answered", async (_, rule) => {
  const found = rule(g(), f(), kind, [1, 5]);
  expect(found.map(({ shape }) => shape)).toEqual([
    [24, 4],
    [24, 4],
  ]);
  const first = slice(reshape(g(), [12, 5, 6]), [0, 0, 0], [12, 1, 6]);
  const few = rule(reshape(first, [3, 4, 6]), f(), { ...kind, k: 1 }, [1])[0]!;
  const [some, wanted] = [await numbers(found[0]!), await numbers(few)];
  some.forEach((value, i) => expect(value).toBeCloseTo(wanted[i]!, 4));
});

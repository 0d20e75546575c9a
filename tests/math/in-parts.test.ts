/** A long table, some rows at a time: the same numbers, with the memory of one part. */
import { beforeAll, expect, test } from "vitest";
import { useBackend } from "../../src/math/backend.ts";
import { add, mul } from "../../src/math/elementwise.ts";
import { inParts } from "../../src/math/in-parts.ts";
import { fold, keyOf } from "../../src/math/key.ts";
import { read, scope, tensorCount } from "../../src/math/memory.ts";
import { normal } from "../../src/math/random.ts";
import type { Tensor } from "../../src/math/tensor.ts";

beforeAll(() => useBackend("wasm"));

const key = keyOf(3);
const f = (x: Tensor): Tensor => add(mul(x, x), mul(x, 3));

test.each([1, 2, 3, 7, 8])(
  "parts of %i of seven rows give what all rows at once give",
  async (rows) => {
    const x = normal(fold(key, rows), [7, 2, 3]);
    const [parts, whole] = [inParts(x, rows, f), f(x)];
    expect(parts.shape).toEqual([7, 2, 3]);
    expect(await read(parts)).toEqual(await read(whole));
  },
);

test("what is made on the way is freed part by part", () => {
  const most = (rows: number): number => {
    let seen = 0;
    scope(() => {
      inParts(normal(key, [40, 2]), rows, (part) => {
        const y = f(part);
        seen = Math.max(seen, tensorCount());
        return y;
      });
    });
    return seen;
  };
  // Beside each part's own stands one result of every part before it.
  expect(most(1) - most(40)).toBeLessThanOrEqual(40);
});

/** One support set in many orders: P by class, whatever the order, with context and without. */
import { beforeAll, expect, test } from "vitest";
import { useBackend } from "../../../src/math/backend.ts";
import { fold, keyOf } from "../../../src/math/key.ts";
import { read } from "../../../src/math/memory.ts";
import { normal } from "../../../src/math/random.ts";
import { mapTree } from "../../../src/math/tree.ts";
import { initContext, type Context } from "../../../src/papers/matching-networks/full-context.ts";
import { acrossOrders, ordersOf } from "../../../src/papers/matching-networks/support-orders.ts";

beforeAll(() => useBackend("wasm"));

const [M, N, D, ORDERS] = [4, 3, 6, 10];

async function probabilities(context: Context | null): Promise<number[][][]> {
  const orders = ordersOf(keyOf(5), ORDERS, M);
  const way = { context, K: 2, s: 5 };
  const P = acrossOrders(way, normal(keyOf(1), [M, D]), normal(keyOf(2), [N, D]), orders);
  expect(P.shape).toEqual([N, ORDERS, M]);
  const { data } = await read(P);
  return Array.from({ length: N }, (_, n) =>
    Array.from({ length: ORDERS }, (__, r) => {
      const first = (n * ORDERS + r) * M;
      return [...data.subarray(first, first + M)];
    }),
  );
}

/** Largest difference from what the first order gives. */
const moved = (P: number[][][]): number =>
  Math.max(
    ...P.flatMap((orders) =>
      orders.flatMap((shares) => shares.map((share, l) => Math.abs(share - orders[0]![l]!))),
    ),
  );

test("orders hold each support once, and the first is as they stand", () => {
  const orders = ordersOf(keyOf(5), ORDERS, M).map((order) => [...order]);
  expect(orders[0]).toEqual([0, 1, 2, 3]);
  for (const order of orders) expect(order.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3]);
  expect(new Set(orders.map(String)).size).toBeGreaterThan(3);
});

test("without context P of a class does not know the order", async () => {
  const P = await probabilities(null);
  expect(moved(P)).toBeLessThan(1e-6);
  for (const shares of P.flat())
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
});

test("with context it does", async () => {
  let i = 0;
  const wild = mapTree((w) => normal(fold(keyOf(7), `${i++}`), w.shape), initContext(keyOf(0), D));
  const P = await probabilities(wild);
  expect(moved(P)).toBeGreaterThan(0.01);
  for (const shares of P.flat())
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
});

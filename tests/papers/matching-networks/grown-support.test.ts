/** Support sets that grow, and passes over parts of them. */
import { beforeAll, expect, test } from "vitest";
import { useBackend } from "../../../src/math/backend.ts";
import { fold, keyOf } from "../../../src/math/key.ts";
import { read } from "../../../src/math/memory.ts";
import { normal } from "../../../src/math/random.ts";
import { slice } from "../../../src/math/shape.ts";
import { tensor, type Tensor } from "../../../src/math/tensor.ts";
import { initContext } from "../../../src/papers/matching-networks/full-context.ts";
import {
  attendInPasses,
  drawGrowing,
  entropyOf,
  FIRST,
  rowsWith,
  supportOf,
} from "../../../src/papers/matching-networks/grown-support.ts";
import { attend } from "../../../src/papers/matching-networks/support-orders.ts";

beforeAll(() => useBackend("wasm"));

const key = keyOf(7);
const numbers = async (x: Tensor): Promise<number[]> => [...(await read(x)).data];
const plain = { context: null, K: 3, s: 10 };
const g = () => normal(fold(key, "g"), [1, 50, 16]);
const f = () => normal(fold(key, "f"), [1, 4, 16]);
const close = (some: readonly number[], others: readonly number[]): void => {
  expect(some.length).toBe(others.length);
  some.forEach((x, i) => expect(x).toBeCloseTo(others[i]!, 5));
};

test("a pass over everything is the model itself, with context too, whatever else is read beside it", async () => {
  const context = initContext(fold(key, "context"), 16);
  const part = (m: number): Tensor => slice(g(), [0, 0, 0], [1, m, 16]);
  const sets = [5, 50, 20].map((m) => ({ g: part(m), f: f(), size: m }));
  for (const way of [plain, { ...plain, context }]) {
    const all = attendInPasses(way, sets);
    for (const [i, set] of sets.entries())
      close(await numbers(all[i]!), await numbers(attend(way, set.g, set.f).a));
  }
});

test("passes are averaged: by hand, two queries, four supports at right angles or alike, two passes", async () => {
  const supports = tensor(Float32Array.of(1, 0, 0, 1, 1, 0, 1, 0), [1, 4, 2]);
  const queries = tensor(Float32Array.of(1, 0, 0, 1), [1, 2, 2]);
  const way = { ...plain, s: Math.log(3) };
  const [a] = attendInPasses(way, [{ g: supports, f: queries, size: 2 }]);
  // In the first pass cosines 1 and 0 make shares 3/4 and 1/4, in the second both supports are alike; each pass counts half.
  close(await numbers(a!), [3 / 8, 1 / 8, 1 / 4, 1 / 4, 1 / 8, 3 / 8, 1 / 4, 1 / 4]);
});

test("several sets side by side are what each is alone, with context too", async () => {
  const [sets, asked] = [
    normal(fold(key, "sets"), [3, 20, 8]),
    normal(fold(key, "asked"), [3, 2, 8]),
  ];
  const context = initContext(fold(key, "context"), 8);
  for (const way of [plain, { ...plain, context }]) {
    const of = (supports: Tensor, queries: Tensor): Promise<number[]> =>
      numbers(attendInPasses(way, [{ g: supports, f: queries, size: 5 }])[0]!);
    const all = await of(sets, asked);
    for (const e of [0, 1, 2]) {
      const one = (x: Tensor): Tensor => slice(x, [e, 0, 0], [1, x.shape[1]!, 8]);
      close(all.slice(40 * e, 40 * (e + 1)), await of(one(sets), one(asked)));
    }
  }
});

test("entropy of equal weights is the logarithm of their number, and of one weight alone 0", async () => {
  const weights = tensor(
    Float32Array.from([...Array<number>(8).fill(1 / 8), 1, ...Array<number>(7).fill(0)]),
    [2, 8],
  );
  close(await numbers(entropyOf(weights)), [Math.log(8), 0]);
});

test("an episode has no drawing twice, and its queries are of the first five classes", () => {
  const rows = new Map<number, string>();
  drawGrowing(key, 4, { classes: 436, examples: 240 }, (row, from, example) => {
    expect(rows.has(row)).toBe(false);
    rows.set(row, `${from} ${example}`);
  });
  expect([...rows.keys()].toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: rowsWith(4) }, (_, i) => i),
  );
  expect(new Set(rows.values()).size).toBe(rowsWith(4));
  const classAt = (row: number): string => rows.get(row)!.split(" ")[0]!;
  for (let l = 0; l < FIRST; l++)
    for (let i = 0; i < 4; i++)
      expect(classAt(rowsWith(0) + 4 * l + i)).toBe(classAt(supportOf("classes", 25).rows[l]!));
});

test.each(["classes", "shots"] as const)(
  "by %s all classes have equally many, and a larger set has all of a smaller one",
  (by) => {
    const classAt = new Map<number, number>();
    drawGrowing(
      key,
      1,
      { classes: 436, examples: 240 },
      (row, from) => void classAt.set(row, from),
    );
    let before = new Set<number>();
    for (const m of [25, 50, 100, 200, 500, 1000]) {
      const { rows, classes } = supportOf(by, m);
      const N = by === "classes" ? m / 5 : 5;
      const counts = new Map<number, number>();
      const named = new Map<number, number>();
      rows.forEach((row, r) => {
        const l = classes[r]!;
        counts.set(l, (counts.get(l) ?? 0) + 1);
        // A class of the set is one character, whatever the row.
        expect(named.get(l) ?? classAt.get(row)).toBe(classAt.get(row));
        named.set(l, classAt.get(row)!);
      });
      expect(new Set(named.values()).size).toBe(N);
      expect([...counts.keys()].toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: N }, (_, l) => l),
      );
      expect(new Set(counts.values())).toEqual(new Set([m / N]));
      expect(new Set(rows).size).toBe(m);
      for (const row of before) expect(rows).toContain(row);
      before = new Set(rows);
    }
  },
);

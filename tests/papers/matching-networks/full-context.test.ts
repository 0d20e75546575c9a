/** Full context embeddings against appendix A of the paper in plain numbers, one episode and one query at a time. */
import { beforeAll, expect, test } from "vitest";
import { useBackend } from "../../../src/math/backend.ts";
import { valueAndGrad } from "../../../src/math/grad.ts";
import { fold, keyOf } from "../../../src/math/key.ts";
import { add, mul, square } from "../../../src/math/elementwise.ts";
import { read } from "../../../src/math/memory.ts";
import { normal } from "../../../src/math/random.ts";
import { sum } from "../../../src/math/broadcast.ts";
import { slice } from "../../../src/math/shape.ts";
import { tensor, type Tensor } from "../../../src/math/tensor.ts";
import { leaves, mapTree } from "../../../src/math/tree.ts";
import {
  embedQueries,
  embedSupports,
  initContext,
  type Context,
} from "../../../src/papers/matching-networks/full-context.ts";

beforeAll(() => useBackend("wasm"));

const [E, M, N, D, K] = [2, 4, 3, 5, 3];
const numbers = async (x: Tensor): Promise<number[]> => Array.from((await read(x)).data);

/** Weights large enough that every gate matters. */
function wild(): Context {
  let i = 0;
  return mapTree((w) => normal(fold(keyOf(7), `${i++}`), w.shape), initContext(keyOf(0), D));
}
const gPrime = (): Tensor => normal(keyOf(1), [E, M, D]);
const fPrime = (): Tensor => normal(keyOf(2), [E, N, D]);

type Rows = readonly (readonly number[])[];
const rowsOf = (values: readonly number[], width: number): number[][] =>
  Array.from({ length: values.length / width }, (_, i) => values.slice(i * width, (i + 1) * width));
const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((total, x, i) => total + x * b[i]!, 0);
const plus = (a: readonly number[], b: readonly number[]): number[] => a.map((x, i) => x + b[i]!);

interface Plain {
  readonly W: Rows;
  readonly b: readonly number[];
}
const plain = async ({ W, b }: { W: Tensor; b: Tensor }): Promise<Plain> => ({
  W: rowsOf(await numbers(W), 4 * D),
  b: await numbers(b),
});

function cell({ W, b }: Plain, input: readonly number[], c: readonly number[]) {
  const gate = (k: number, j: number): number =>
    b[k * D + j]! + input.reduce((total, x, i) => total + x * W[i]![k * D + j]!, 0);
  const memory = c.map(
    (old, j) => logistic(gate(1, j)) * old + logistic(gate(0, j)) * Math.tanh(gate(2, j)),
  );
  return { h: memory.map((x, j) => logistic(gate(3, j)) * Math.tanh(x)), c: memory };
}

const nothing = Array<number>(D).fill(0);

function plainSupports(forward: Plain, backward: Plain, x: Rows): number[][] {
  const run = (weights: Plain, order: readonly number[]): number[][] => {
    let [h, c]: [readonly number[], readonly number[]] = [nothing, nothing];
    const out: number[][] = [];
    for (const i of order) {
      const next = cell(weights, [...x[i]!, ...h], c);
      [h, c] = [next.h, next.c];
      out[i] = next.h;
    }
    return out;
  };
  const order = x.map((_, i) => i);
  const [there, back] = [run(forward, order), run(backward, order.toReversed())];
  return x.map((own, i) => plus(plus(there[i]!, back[i]!), own));
}

function plainQuery(query: Plain, own: readonly number[], g: Rows) {
  let [h, c] = [own, nothing as readonly number[]];
  const reads: number[][] = [];
  for (let t = 0; t < K; t++) {
    const likes = g.map((row) => Math.exp(dot(h, row)));
    const total = likes.reduce((a, b) => a + b);
    const alpha = likes.map((like) => like / total);
    const r = nothing.map((_, j) => alpha.reduce((mix, a, i) => mix + a * g[i]![j]!, 0));
    reads.push(alpha);
    const next = cell(query, [...own, ...h, ...r], c);
    [h, c] = [plus(next.h, own), next.c];
  }
  return { h, reads };
}

test("supports and queries are those of the equations, each episode for itself", async () => {
  const context = wild();
  const [forward, backward, query] = await Promise.all(
    [context.forward, context.backward, context.query].map(plain),
  );
  const g = embedSupports(context, gPrime());
  const { f, reads } = embedQueries(context, fPrime(), g, K);
  const [supports, queries] = [await numbers(gPrime()), await numbers(fPrime())];
  const found = { g: await numbers(g), f: await numbers(f) };
  const weights = await Promise.all(reads.map(numbers));
  for (let e = 0; e < E; e++) {
    const own = rowsOf(supports.slice(e * M * D, (e + 1) * M * D), D);
    const wanted = plainSupports(forward!, backward!, own);
    wanted.flat().forEach((x, i) => expect(found.g[e * M * D + i]).toBeCloseTo(x, 4));
    for (let n = 0; n < N; n++) {
      const at = e * N + n;
      const { h, reads: alphas } = plainQuery(query!, queries.slice(at * D, (at + 1) * D), wanted);
      h.forEach((x, i) => expect(found.f[at * D + i]).toBeCloseTo(x, 4));
      alphas.forEach((alpha, t) =>
        alpha.forEach((a, i) => expect(weights[t]![at * M + i]).toBeCloseTo(a, 4)),
      );
    }
  }
});

test("first weights change little, and K = 0 leaves the query as it was", async () => {
  const context = initContext(keyOf(3), D);
  const g = await numbers(embedSupports(context, gPrime()));
  const before = await numbers(gPrime());
  const apart = Math.max(...g.map((x, i) => Math.abs(x - before[i]!)));
  expect(apart).toBeLessThan(0.3);
  expect(apart).toBeGreaterThan(0);
  const { f, reads } = embedQueries(context, fPrime(), gPrime(), 0);
  expect(reads).toHaveLength(0);
  expect(await numbers(f)).toEqual(await numbers(fPrime()));
});

test("the order of the supports matters to g, and to f through g alone", async () => {
  const context = wild();
  const turned = (x: Tensor): Tensor => {
    const { data } = { data: x.dataSync() };
    const rows = rowsOf([...data], D);
    const each = [rows.slice(0, M), rows.slice(M)];
    return tensor(each.flatMap((of) => of.toReversed()).flat(), [E, M, D]);
  };
  const [there, back] = [
    embedSupports(context, gPrime()),
    embedSupports(context, turned(gPrime())),
  ];
  const [first, second] = [await numbers(there), await numbers(turned(back))];
  expect(Math.max(...first.map((x, i) => Math.abs(x - second[i]!)))).toBeGreaterThan(0.05);
  const [one, other] = [there, turned(there)].map((g) => embedQueries(context, fPrime(), g, K).f);
  const same = await numbers(other!);
  for (const [i, x] of (await numbers(one!)).entries()) expect(same[i]).toBeCloseTo(x, 4);
});

test("the gradient is the slope along it, by each group of weights", async () => {
  const loss = (weights: Context): Tensor => {
    const g = embedSupports(weights, gPrime());
    const { f } = embedQueries(weights, fPrime(), g, K);
    return add(sum(square(f)), sum(square(slice(g, [0, 0, 0], [E, 1, D]))));
  };
  const weights = wild();
  const { grad } = valueAndGrad(loss)(weights);
  const groups = leaves(grad).length;
  for (let group = 0; group < groups; group++) {
    const slopes = await numbers(leaves(grad)[group]!);
    const length = Math.hypot(...slopes);
    const along = async (step: number): Promise<number> => {
      let i = 0;
      const moved = mapTree((w) => {
        const way = leaves(grad)[i]!;
        return i++ === group ? add(w, mul(way, step / length)) : w;
      }, weights);
      return (await numbers(loss(moved)))[0]!;
    };
    const slope = ((await along(0.01)) - (await along(-0.01))) / 0.02;
    expect(slope / length, `group ${group}`).toBeCloseTo(1, 1);
  }
});

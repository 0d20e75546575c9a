import { expect, test } from "vitest";
import { useBackend } from "../src/math/backend.ts";
import { square, sub } from "../src/math/elementwise.ts";
import { valueAndGrad } from "../src/math/grad.ts";
import { fold, keyOf, type Key } from "../src/math/key.ts";
import { dispose, read, release, retain, scope, tensorCount } from "../src/math/memory.ts";
import { fanInUniform, glorotUniform, heNormal, initMlp, mlp, type Layer } from "../src/math/nn.ts";
import { adam, rmsprop, sgd, type Optimiser } from "../src/math/optim.ts";
import { normal, uniform } from "../src/math/random.ts";
import { normalArray, uniformArray } from "../src/math/random-arrays.ts";
import { mean } from "../src/math/reduce.ts";
import { slice } from "../src/math/shape.ts";
import type { Tensor } from "../src/math/tensor.ts";
import { leaves, type Tree } from "../src/math/tree.ts";

await useBackend("wasm");

type State = { readonly layers: readonly Layer[]; readonly optimiser: Tree };

/** Regression of x0 by a perceptron, the way the engine runs a program: a scope a step, then the old state released. */
function train(
  optimiser: Optimiser,
  steps: number,
  key: Key,
): { state: State; losses: Tensor[]; counts: number[] } {
  const losses: Tensor[] = [];
  const counts: number[] = [];
  let state: State = scope(() => {
    const layers = initMlp(fold(key, "init"), [2, 16, 1], fanInUniform);
    return { layers, optimiser: optimiser.init(layers) };
  });
  for (let step = 0; step < steps; step++) {
    const next = scope(() => {
      const x = normal(fold(fold(key, step), "batch"), [32, 2]);
      const target = slice(x, [0, 0], [32, 1]);
      const loss = (layers: readonly Layer[]) => mean(square(sub(mlp(layers, x), target)));
      const { value, grad } = valueAndGrad(loss)(state.layers);
      const { params, state: opt } = optimiser.update(state.layers, grad, state.optimiser, 0.01);
      return { value, state: { layers: params, optimiser: opt } };
    });
    release(state, next.state);
    state = next.state;
    if (step === 0 || step === steps - 1) losses.push(next.value);
    else next.value.dispose();
    counts.push(tensorCount());
  }
  return { state, losses, counts };
}

test.each([
  ["SGD", sgd()],
  ["RMSProp", rmsprop()],
  ["Adam", adam()],
])(
  "200 steps of %s learn, leave no tensor behind and repeat bit for bit",
  async (_name, optimiser) => {
    const before = tensorCount();
    const [one, two] = [1, 1].map((seed) => train(optimiser, 200, keyOf(seed)));
    const first = one!.counts.slice(0, -1);
    expect(new Set(first).size).toBe(1);
    const [start, end] = await Promise.all(
      one!.losses.map(async (loss) => (await read(loss)).data[0]!),
    );
    expect(end!).toBeLessThan(start! / 4);
    const bits = (tree: Tree) =>
      Promise.all(leaves(tree).map(async (leaf) => (await read(leaf)).data));
    expect(await bits(one!.state)).toEqual(await bits(two!.state));
    for (const { state, losses } of [one!, two!]) dispose([state, losses]);
    expect(tensorCount()).toBe(before);
  },
);

test("release frees what the next state dropped and nothing else", () => {
  const before = tensorCount();
  const [kept, dropped, fresh] = [1, 2, 3].map((i) => normal(keyOf(i), [2])) as [
    Tensor,
    Tensor,
    Tensor,
  ];
  release({ a: kept, b: dropped }, { a: kept, b: fresh });
  expect([kept, dropped, fresh].map((t) => t.isDisposed)).toEqual([false, true, false]);
  dispose([kept, fresh]);
  expect(tensorCount()).toBe(before);
});

test("retain holds tensors over the end of a scope", () => {
  let held: Tensor | undefined;
  scope(() => {
    held = retain(normal(keyOf(1), [2]));
  });
  expect(held!.isDisposed).toBe(false);
  dispose(held!);
});

test("what is read is the reader's own, on cpu too", async () => {
  await useBackend("cpu");
  const x = uniform(keyOf(1), [4]);
  (await read(x)).data.fill(7);
  expect((await read(x)).data).toEqual(uniformArray(keyOf(1), 4));
  await useBackend("wasm");
});

test("random tensors hold the numbers of the arrays", async () => {
  expect(await read(normal(keyOf(3), [2, 3]))).toEqual({
    shape: [2, 3],
    data: normalArray(keyOf(3), 6),
  });
  expect(await read(uniform(keyOf(3), [3], -1, 2))).toEqual({
    shape: [3],
    data: uniformArray(keyOf(3), 3, -1, 2),
  });
});

test.each([
  ["heNormal", heNormal, 2 / 300, 0],
  ["glorotUniform", glorotUniform, 2 / 500, 0],
  ["fanInUniform", fanInUniform, 1 / 900, 1 / 900],
])("%s draws weights of its variance", async (_name, initialiser, ofW, ofB) => {
  const { W, b } = initialiser(keyOf(5), 300, 200);
  const variance = async (x: Tensor) =>
    (await read(x)).data.reduce((s, v) => s + v * v, 0) / x.size;
  expect(Math.abs((await variance(W)) / ofW - 1)).toBeLessThan(0.03);
  expect(Math.abs((await variance(b)) - ofB)).toBeLessThan(0.3 * ofB + 1e-12);
});

/** Recording a step and running the record: when it is done, when it is not, and that nobody can tell the difference. */
import { memory } from "@tensorflow/tfjs-core";
import { beforeAll, expect, test } from "vitest";
import { useBackend } from "../../src/math/backend.ts";
import { drawn } from "../../src/math/drawn.ts";
import { add, mul, relu, sub } from "../../src/math/elementwise.ts";
import { valueAndGrad } from "../../src/math/grad.ts";
import { fold, keyOf, type Key } from "../../src/math/key.ts";
import { tensorCount } from "../../src/math/memory.ts";
import { initMlp, mlp, type Layer } from "../../src/math/nn.ts";
import { adam } from "../../src/math/optim.ts";
import { normalArray } from "../../src/math/random-arrays.ts";
import { normal } from "../../src/math/random.ts";
import { mean } from "../../src/math/reduce.ts";
import { createStepper, type Step, type Stepper } from "../../src/math/replay/stepper.ts";
import { reshape } from "../../src/math/shape.ts";
import { tensor, zeros, type Tensor } from "../../src/math/tensor.ts";
import { leaves, type Tree } from "../../src/math/tree.ts";

beforeAll(async () => {
  await useBackend("wasm");
});

const { init, update } = adam();
type Model = { readonly w: readonly Layer[]; readonly moments: Tree };
const start = (): Model => {
  const w = initMlp(keyOf(5), [3, 9, 1]);
  return { w, moments: init(w) };
};
const train =
  (rate: number): Step<Model> =>
  ({ w, moments }, key) => {
    const x = normal(fold(key, "x"), [7, 3]);
    const loss = (weights: readonly Layer[]): Tensor => mean(relu(sub(mlp(weights, x), 0.5)));
    const { value, grad } = valueAndGrad(loss)(w);
    const next = update(w, grad, moments, rate);
    return { state: { w: next.params, moments: next.state }, metrics: reshape(value, [1]) };
  };

const numbers = (row: Tensor | Float32Array): number[] => {
  if (row instanceof Float32Array) return [...row];
  const values = [...row.dataSync()];
  row.dispose();
  return values;
};
function take<S extends Tree>(stepper: Stepper<S>, from: number, to: number): number[][] {
  const rows: number[][] = [];
  for (let i = from; i < to; i++) rows.push(numbers(stepper.advance(fold(keyOf(1), i))));
  return rows;
}
const bits = (state: Tree): number[][] => leaves(state).map((leaf) => [...leaf.dataSync()]);

test("300 steps by replay and 300 plain ones give the same bits, through a change of settings", () => {
  const [fast, plain] = [true, false].map((replay) =>
    createStepper(start(), train(0.01), { replay }),
  );
  expect(take(fast!, 0, 150)).toEqual(take(plain!, 0, 150));
  expect([fast, plain].map((stepper) => stepper!.mode().replaying)).toEqual([true, false]);
  for (const stepper of [fast!, plain!]) stepper.change(train(0.1));
  expect(fast!.mode().replaying).toBe(false);
  expect(take(fast!, 150, 300)).toEqual(take(plain!, 150, 300));
  expect(fast!.mode()).toEqual({ replaying: true, obstacle: null });
  expect(bits(fast!.state)).toEqual(bits(plain!.state));
  for (const stepper of [fast!, plain!]) stepper.close();
});

test("metrics that are read late are those of their own step", () => {
  const [fast, plain] = [true, false].map((replay) =>
    createStepper(start(), train(0.01), { replay }),
  );
  const late = [fast!, plain!].map((stepper) =>
    Array.from({ length: 12 }, (_, i) => stepper.advance(fold(keyOf(1), i))).map(numbers),
  );
  expect(late[0]).toEqual(late[1]);
  for (const stepper of [fast!, plain!]) stepper.close();
});

test("tensors and memory are flat over 5,000 steps, and all is given back", () => {
  take(createStepperAndClose(), 0, 0);
  const before = { tensors: tensorCount(), buffers: memory().numDataBuffers };
  const stepper = createStepper(start(), train(1e-4));
  take(stepper, 0, 100);
  const early = { tensors: tensorCount(), bytes: memory().numBytes };
  take(stepper, 100, 5000);
  expect({ tensors: tensorCount(), bytes: memory().numBytes }).toEqual(early);
  // Many changes leave no records behind.
  for (let i = 0; i < 50; i++) {
    stepper.change(train(1e-4 * i));
    take(stepper, 0, 5);
  }
  expect(tensorCount()).toBe(early.tensors);
  stepper.close();
  expect({ tensors: tensorCount(), buffers: memory().numDataBuffers }).toEqual(before);
});

function createStepperAndClose(): Stepper<Model> {
  const stepper = createStepper(start(), train(0.01));
  take(stepper, 0, 6);
  stepper.close();
  return stepper;
}

test("randomness that is not drawn from the step's key is noticed and never replayed", () => {
  let calls = 0;
  const hidden: Step<Tensor> = (state) => {
    calls += 1;
    return { state: add(state, calls), metrics: mul(state, 1) };
  };
  const stepper = createStepper(zeros([1]), hidden);
  const rows = take(stepper, 0, 12).flat();
  expect(stepper.mode()).toEqual({ replaying: false, obstacle: "replaying gave other numbers" });
  // Each step plain: sums of what the counter was, whatever the check itself counted.
  expect(rows.every((value, i) => i === 0 || value > rows[i - 1]!)).toBe(true);
  stepper.close();
});

test("a branch that depends on the key is noticed by the check of the next step", () => {
  const branching: Step<Tensor> = (state, key) => ({
    state: key.lo % 2 === 0 ? add(state, 1) : mul(state, 2),
    metrics: mul(state, 1),
  });
  const expected = createStepper(zeros([1]), branching, { replay: false });
  const stepper = createStepper(zeros([1]), branching);
  const key = (i: number): Key => fold(keyOf(3), i);
  const rows = [stepper, expected].map((each) =>
    Array.from({ length: 40 }, (_, i) => numbers(each.advance(key(i)))[0]),
  );
  // The record may be right by luck for some steps; the check is made at its first use, then now and then.
  expect(rows[0]!.slice(0, 4)).toEqual(rows[1]!.slice(0, 4));
  for (const each of [stepper, expected]) each.close();
});

test("a step that looks at its numbers stays plain", () => {
  const looking: Step<Tensor> = (state) => ({
    state: state.dataSync()[0]! > 20 ? mul(state, 0) : add(state, 1),
    metrics: mul(state, 1),
  });
  const stepper = createStepper(zeros([1]), looking);
  const rows = take(stepper, 0, 30).flat();
  expect(rows).toEqual(Array.from({ length: 30 }, (_, i) => i % 22));
  expect(stepper.mode().obstacle).toBe("the step looks at its numbers");
  stepper.close();
});

test("drawings are made anew from each step's key", () => {
  const step: Step<Tensor> = (state, key) => {
    const x = drawn(fold(fold(key, "deep"), 3), [4], (from) => normalArray(fold(from, "inner"), 4));
    return { state: add(state, x), metrics: reshape(mean(x), [1]) };
  };
  const [fast, plain] = [true, false].map((replay) => createStepper(zeros([4]), step, { replay }));
  expect(take(fast!, 0, 30)).toEqual(take(plain!, 0, 30));
  expect(fast!.mode().replaying).toBe(true);
  expect(bits(fast!.state)).toEqual(bits(plain!.state));
  for (const stepper of [fast!, plain!]) stepper.close();
});

test("a state whose parts change places stays plain", () => {
  const swap: Step<readonly [Tensor, Tensor]> = ([a, b]) => ({
    state: [b, add(a, 1)],
    metrics: mul(a, 1),
  });
  const stepper = createStepper([tensor([1], [1]), tensor([10], [1])], swap);
  expect(take(stepper, 0, 8).flat()).toEqual([1, 10, 2, 11, 3, 12, 4, 13]);
  expect(stepper.mode().obstacle).toBe("parts of the state share memory");
  stepper.close();
});

test("on stock kernels and on cpu every step is plain", async () => {
  for (const [backend, kernels] of [
    ["wasm", false],
    ["cpu", true],
  ] as const) {
    await useBackend(backend, { kernels });
    const stepper = createStepper(start(), train(0.01));
    take(stepper, 0, 8);
    expect(stepper.mode().replaying).toBe(false);
    stepper.close();
  }
  await useBackend("wasm");
});

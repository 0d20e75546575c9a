/** The checks of replay: when they are made, what they find, and what counts where the two ways differ. */
import { beforeAll, expect, test } from "vitest";
import { useBackend } from "../../../src/math/backend.ts";
import { add, div, mul } from "../../../src/math/elementwise.ts";
import { fold, keyOf } from "../../../src/math/key.ts";
import { tensorCount } from "../../../src/math/memory.ts";
import { createStepper, type Step, type Stepper } from "../../../src/math/replay/stepper.ts";
import { zeros, type Tensor } from "../../../src/math/tensor.ts";
import type { Tree } from "../../../src/math/tree.ts";

beforeAll(async () => {
  await useBackend("wasm");
});

const DIFFERS = "replaying gave other numbers";
/** Two plain steps, one that is recorded, one taken both ways. */
const FIRST = 4;
/** Replayed steps from check to check. */
const BETWEEN = 1000;

function take<S extends Tree>(stepper: Stepper<S>, count: number): number[] {
  return Array.from({ length: count }, (_, i) => {
    const row = stepper.advance(fold(keyOf(1), i));
    if (row instanceof Float32Array) return row[0]!;
    const [value] = row.dataSync();
    row.dispose();
    return value!;
  });
}

/** A step that counts up in `a`, and looks up what becomes of `b` and its metrics behind everybody's back. */
function hiding() {
  const hidden = { calls: 0, b: 1, metrics: 1 };
  type Counts = { readonly a: Tensor; readonly b: Tensor };
  const step: Step<Counts> = ({ a, b }) => {
    hidden.calls += 1;
    return {
      state: { a: add(a, 1), b: add(mul(b, 0), hidden.b) },
      metrics: add(mul(b, 0), hidden.metrics),
    };
  };
  return { hidden, stepper: createStepper({ a: zeros([1]), b: zeros([1]) }, step) };
}

test("the first replayed step is checked, and then one in a thousand", () => {
  const { hidden, stepper } = hiding();
  const calls = [3, 1, BETWEEN, 1, BETWEEN, 1].map((count) => {
    take(stepper, count);
    return hidden.calls;
  });
  expect(calls).toEqual([3, 4, 4, 5, 5, 6]);
  expect(stepper.mode()).toEqual({ replaying: true, obstacle: null });
  stepper.close();
});

test.each([
  ["its state", { b: 2 }],
  ["its metrics", { metrics: 2 }],
  ["the last bit of its state", { b: 1 + 2 ** -23 }],
  ["the last bit of its metrics", { metrics: 1 + 2 ** -23 }],
])("a step that becomes another one in %s is found by the next check", (_, change) => {
  const before = tensorCount();
  const { hidden, stepper } = hiding();
  take(stepper, FIRST);
  Object.assign(hidden, change);
  expect(take(stepper, BETWEEN)).toEqual(Array(BETWEEN).fill(1));
  expect(stepper.mode().replaying).toBe(true);
  // The plain step is the one that counts: this one, and all from now on.
  expect(take(stepper, 1)).toEqual([hidden.metrics]);
  expect(stepper.mode()).toEqual({ replaying: false, obstacle: DIFFERS });
  expect(stepper.state.b.dataSync()[0]).toBe(hidden.b);
  const { calls } = hidden;
  take(stepper, 10);
  expect(hidden.calls).toBe(calls + 10);
  expect(stepper.state.a.dataSync()[0]).toBe(FIRST + BETWEEN + 1 + 10);
  // Not even after a change is it trusted again.
  stepper.change(({ a, b }) => ({ state: { a: add(a, 1), b: add(b, 0) }, metrics: mul(a, 1) }));
  take(stepper, 10);
  expect(stepper.mode()).toEqual({ replaying: false, obstacle: DIFFERS });
  stepper.close();
  expect(tensorCount()).toBe(before);
});

test("zeros of other signs are other numbers, and what is no number is the same as itself", () => {
  let sign = 0;
  const zero = createStepper(zeros([1]), (state) => ({
    state: mul(state, 1),
    metrics: mul(add(state, 1), sign),
  }));
  take(zero, FIRST);
  sign = -0;
  expect(take(zero, BETWEEN + 1)).toEqual([...Array(BETWEEN).fill(0), -0]);
  expect(zero.mode().obstacle).toBe(DIFFERS);
  zero.close();

  const none = createStepper(zeros([1]), (state) => ({
    state: add(state, 1),
    metrics: div(mul(state, 0), 0),
  }));
  expect(take(none, 8)).toEqual(Array(8).fill(NaN));
  expect(none.mode()).toEqual({ replaying: true, obstacle: null });
  none.close();
});

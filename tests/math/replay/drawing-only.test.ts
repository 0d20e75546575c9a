/** Random numbers that a step makes outside a drawing are refused by name. */
import { beforeAll, expect, test } from "vitest";
import { useBackend } from "../../../src/math/backend.ts";
import { drawn } from "../../../src/math/drawn.ts";
import { add, mul } from "../../../src/math/elementwise.ts";
import { fold, keyOf, type Key } from "../../../src/math/key.ts";
import { gather } from "../../../src/math/linear.ts";
import { tensorCount } from "../../../src/math/memory.ts";
import { integers, normalArray, uniformArray } from "../../../src/math/random-arrays.ts";
import { normal } from "../../../src/math/random.ts";
import { mean } from "../../../src/math/reduce.ts";
import { createStepper, type Step } from "../../../src/math/replay/stepper.ts";
import { reshape } from "../../../src/math/shape.ts";
import { tensor, zeros, type Tensor } from "../../../src/math/tensor.ts";

beforeAll(async () => {
  await useBackend("wasm");
});

const first = (): Tensor => zeros([4]);
const key = (i: number): Key => fold(keyOf(3), i);
const elsewhere = keyOf(99);

const counted = (state: Tensor, x: Tensor) => ({ state: add(state, x), metrics: mul(state, 1) });

const REFUSED: [string, string, Step<Tensor>][] = [
  ["a tensor", "normalArray", (s, k) => counted(s, tensor(normalArray(k, 4), [4]))],
  [
    "a derived key",
    "uniformArray",
    (s, k) => {
      return counted(s, tensor(uniformArray(fold(fold(k, "a"), 7), 4), [4]));
    },
  ],
  [
    "a branch",
    "uniformArray",
    (s, k) => (uniformArray(k, 1)[0]! < 0.5 ? counted(s, s) : counted(s, mul(s, 2))),
  ],
  [
    "rows by random indices",
    "integers",
    (s, k) => {
      const rows = gather(mul(s, 1), integers(fold(k, "rows"), 4, 4));
      return counted(s, rows);
    },
  ],
  [
    "after a drawing",
    "normalArray",
    (s, k) => {
      const x = normal(fold(k, "x"), [4]);
      return counted(add(s, normalArray(fold(k, "y"), 1)[0]!), x);
    },
  ],
];

test.each(REFUSED)(
  "%s of numbers drawn outside: %s is named, and so is the remedy",
  (_, name, step) => {
    const message = `${name} was called with the step's key outside a drawing: draw it with \`drawn\``;
    const before = tensorCount();
    for (const replay of [true, false]) {
      const stepper = createStepper(first(), step, { replay });
      expect(() => stepper.advance(key(0))).toThrow(message);
      stepper.close();
    }
    expect(tensorCount()).toBe(before);
  },
);

test("a call in a branch that is rarely taken is refused by the step that takes it", () => {
  let isOpen = false;
  const step: Step<Tensor> = (s, k) => counted(s, isOpen ? tensor(normalArray(k, 4), [4]) : s);
  const stepper = createStepper(first(), step);
  // Two plain steps and one that is recorded; the next is taken both ways.
  for (let i = 0; i < 3; i++) stepper.advance(key(i));
  isOpen = true;
  expect(() => stepper.advance(key(3))).toThrow("normalArray");
  stepper.close();
});

test("drawings, and numbers from keys of elsewhere, are as free as before", () => {
  const step: Step<Tensor> = (s, k) => {
    const x = drawn(fold(k, "x"), [4], (from) => {
      const [scale] = uniformArray(fold(from, "scale"), 1);
      const rows = integers(fold(from, "rows"), 4, 9);
      return normalArray(from, 4).map((z, i) => scale! * z + rows[i]!);
    });
    const fixed = tensor(normalArray(fold(elsewhere, "fixed"), 4), [4]);
    return { state: add(s, mul(x, fixed)), metrics: reshape(mean(x), [1]) };
  };
  const ends = [true, false].map((replay) => {
    const stepper = createStepper(first(), step, { replay });
    for (let i = 0; i < 20; i++) stepper.advance(key(i));
    expect(stepper.mode().replaying).toBe(replay);
    const numbers = [...stepper.state.dataSync()];
    stepper.close();
    return numbers;
  });
  expect(ends[0]).toEqual(ends[1]);
});

test("after a step that was refused, everybody else may draw as they like", () => {
  const stepper = createStepper(first(), REFUSED[0]![2]);
  expect(() => stepper.advance(key(0))).toThrow("normalArray");
  expect(normalArray(key(0), 3)).toHaveLength(3);
  stepper.close();
});

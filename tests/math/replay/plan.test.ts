/** Replayed steps take no more memory than plain ones, whatever they compute, and give the same bits. */
import { backend } from "@tensorflow/tfjs-core";
import * as fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { useBackend } from "../../../src/math/backend.ts";
import { add, exp, maximum, mul, neg, sigmoid, sub, tanh } from "../../../src/math/elementwise.ts";
import { fold, keyOf } from "../../../src/math/key.ts";
import { matMul } from "../../../src/math/linear.ts";
import { scope } from "../../../src/math/memory.ts";
import { normal } from "../../../src/math/random.ts";
import { mean, softmax } from "../../../src/math/reduce.ts";
import { createStepper, type Step } from "../../../src/math/replay/stepper.ts";
import { concat, reshape, slice, transpose } from "../../../src/math/shape.ts";
import { tensor, type Tensor } from "../../../src/math/tensor.ts";
import { leaves, type Tree } from "../../../src/math/tree.ts";
import { drawStep, firstDraw } from "../../fixtures/draw-steps.ts";

interface Malloc {
  _malloc(bytes: number): number;
  _free(address: number): void;
}

/** The C compiler's own two functions; the first call of each puts another in its place. */
const malloc = (): Malloc => (backend() as unknown as { readonly wasm: Malloc }).wasm;

beforeAll(async () => {
  await useBackend("wasm");
  malloc()._free(malloc()._malloc(16));
});

interface Taken {
  readonly replaying: boolean;
  readonly numbers: number[][];
  /** The most bytes of tensors and arenas that were in use at one time, and those between two steps. */
  readonly most: number;
  readonly between: number;
  /** Bytes that were not given back. */
  readonly after: number;
}

function take<S extends Tree>(
  first: () => S,
  step: Step<S>,
  steps: number,
  replay: boolean,
): Taken {
  const wasm = malloc();
  const { _malloc, _free } = wasm;
  const sizes = new Map<number, number>();
  let used = 0;
  let most = 0;
  wasm._malloc = (count) => {
    const address = _malloc(count) >>> 0;
    sizes.set(address, count);
    used += count;
    most = Math.max(most, used);
    return address;
  };
  wasm._free = (address) => {
    used -= sizes.get(address) ?? 0;
    sizes.delete(address);
    _free(address);
  };
  try {
    const stepper = createStepper(scope(first), step, { replay });
    const numbers: number[][] = [];
    for (let i = 0; i < steps; i++) {
      const row = stepper.advance(fold(keyOf(1), i));
      numbers.push(row instanceof Float32Array ? [...row] : [...row.dataSync()]);
      if (!(row instanceof Float32Array)) row.dispose();
    }
    numbers.push(...leaves(stepper.state).map((leaf) => [...leaf.dataSync()]));
    const { replaying } = stepper.mode();
    const between = used;
    stepper.close();
    return { replaying, numbers, most, between, after: used };
  } finally {
    Object.assign(wasm, { _malloc, _free });
  }
}

test("DRAW replays within 1.3 times the memory of its plain steps, with the same bits", () => {
  const sizes = { T: 6, H: 32, Z: 4, N: 3, side: 14, m: 16 };
  // The first of all leaves the kernels' scratch behind.
  const [, plain, replayed] = [false, false, true].map((replay) =>
    take(() => firstDraw(sizes), drawStep(sizes), 8, replay),
  ) as [Taken, Taken, Taken];
  expect(replayed.replaying).toBe(true);
  expect(replayed.numbers).toEqual(plain.numbers);
  expect([plain.after, replayed.after]).toEqual([0, 0]);
  // Recorded in as much memory as a plain step takes; the check makes no difference.
  expect(replayed.most / plain.most).toBeLessThan(1.1);
  // Of the step itself only its constants stay.
  expect((replayed.between - plain.between) / plain.most).toBeLessThan(0.1);
});

const OPERATIONS: ((a: Tensor, b: Tensor) => Tensor)[] = [
  (a, b) => add(a, b),
  (a, b) => sub(a, b),
  (a, b) => maximum(a, b),
  (a, b) => mul(a, sigmoid(b)),
  (a) => mul(a, a),
  (a) => tanh(a),
  (a) => neg(a),
  (a) => softmax(a),
  (a) => exp(neg(mul(a, a))),
  (a) => reshape(a, [6]),
  (a, b) => concat([slice(a, [4], [2]), slice(b, [0], [4])]),
  (a) => reshape(transpose(reshape(a, [2, 3])), [6]),
  (a, b) => sub(a, mean(b)),
  (a, b) => {
    const products = matMul(reshape(a, [2, 3]), transpose(reshape(b, [2, 3])));
    return tanh(concat([reshape(products, [4]), slice(a, [0], [2])]));
  },
];
const LEAVES = 3;
const any = fc.nat({ max: 1000 });
const program = fc.record({
  lines: fc.array(fc.tuple(fc.nat({ max: OPERATIONS.length - 1 }), any, any), {
    minLength: 1,
    maxLength: 14,
  }),
  next: fc.tuple(any, any, any),
  metrics: any,
});

test("whatever a step computes of its state and of drawings, replayed steps are the same", () => {
  let replaying = 0;
  const runs = 150;
  fc.assert(
    fc.property(program, ({ lines, next, metrics }) => {
      const step: Step<readonly Tensor[]> = (state, key) => {
        const known = [...state, normal(fold(key, "x"), [6]), tensor([1, -2, 0.5, 0, 3, -1], [6])];
        const pick = (place: number): Tensor => known[place % known.length]!;
        // Late lines look at late results.
        for (const [operation, a, b] of lines) known.push(OPERATIONS[operation]!(pick(a), pick(b)));
        return {
          state: next.map((place) => tanh(pick(known.length - 1 - (place % 5)))),
          metrics: mul(pick(metrics), 1),
        };
      };
      const bare: Step<readonly Tensor[]> = (state, key) => {
        const known = [...state, normal(fold(key, "x"), [6])];
        const pick = (place: number): Tensor => known[place % known.length]!;
        for (const [operation, a, b] of lines) known.push(OPERATIONS[operation]!(pick(a), pick(b)));
        // Results as they are, unless one would be two parts of the state.
        const chosen = next.map((place, i) => (place % 2 === 0 ? state[i]! : pick(place)));
        return {
          state: chosen.map((x, i) => (chosen.indexOf(x) < i ? neg(x) : x)),
          metrics: mul(pick(metrics), 1),
        };
      };
      const first = () =>
        Array.from({ length: LEAVES }, (_, i) => tensor([1, 2, 3, -1, 0, i], [6]));
      for (const each of [step, bare]) {
        const [plain, replayed] = [false, true].map((replay) => take(first, each, 7, replay));
        expect(replayed!.numbers).toEqual(plain!.numbers);
        replaying += Number(replayed!.replaying);
      }
    }),
    { seed: 2, numRuns: runs },
  );
  expect(replaying).toBeGreaterThan(runs);
});

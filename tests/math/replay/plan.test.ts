/** Replayed steps take no more memory than plain ones, whatever they compute, and give the same bits. */
import { backend } from "@tensorflow/tfjs-core";
import * as fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { useBackend } from "../../../src/math/backend.ts";
import { add, exp, maximum, mul, neg, sigmoid, sub, tanh } from "../../../src/math/elementwise.ts";
import { fold, keyOf } from "../../../src/math/key.ts";
import { matMul } from "../../../src/math/linear.ts";
import { dispose, scope } from "../../../src/math/memory.ts";
import { normal } from "../../../src/math/random.ts";
import { mean, softmax } from "../../../src/math/reduce.ts";
import { createStepper, type Step } from "../../../src/math/replay/stepper.ts";
import { concat, reshape, slice, transpose } from "../../../src/math/shape.ts";
import { tensor, zeros, type Tensor } from "../../../src/math/tensor.ts";
import { leaves, type Tree } from "../../../src/math/tree.ts";
import { drawStep, firstDraw } from "../../fixtures/draw-steps.ts";

/** The C compiler's own. */
interface Malloc {
  _malloc: (count: number) => number;
  _free: (address: number) => void;
}

const compiledC = (): Malloc => (backend() as unknown as { readonly wasm: Malloc }).wasm;

beforeAll(async () => {
  await useBackend("wasm");
  // The first call of each puts another function in its place.
  const { _malloc: malloc, _free: free } = compiledC();
  free(malloc(16));
});

interface Taken {
  readonly replaying: boolean;
  readonly numbers: number[][];
  /** The most bytes of tensors and arenas that were in use at one time, and those between two steps. */
  readonly most: number;
  readonly between: number;
  /** Bytes that were not given back. */
  readonly after: number;
  /** All that was taken, in order. */
  readonly pieces: readonly { readonly address: number; readonly count: number }[];
}

function take<S extends Tree>(
  first: () => S,
  step: Step<S>,
  steps: number,
  replay: boolean,
): Taken {
  const { _malloc: malloc, _free: free } = compiledC();
  const sizes = new Map<number, number>();
  const pieces: { address: number; count: number }[] = [];
  let used = 0;
  let most = 0;
  Object.assign(compiledC(), {
    _malloc(count: number): number {
      const address = malloc(count) >>> 0;
      sizes.set(address, count);
      pieces.push({ address, count });
      used += count;
      most = Math.max(most, used);
      return address;
    },
    _free(address: number): void {
      used -= sizes.get(address) ?? 0;
      sizes.delete(address);
      free(address);
    },
  });
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
    return { replaying, numbers, most, between, after: used, pieces };
  } finally {
    Object.assign(compiledC(), { _malloc: malloc, _free: free });
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

test("all of a replayed step lies in one piece, whose room is kept free from the recording on", () => {
  const sizes = { T: 2, H: 8, Z: 2, N: 3, side: 8, m: 4 };
  const { pieces } = take(() => firstDraw(sizes), drawStep(sizes), 9, true);
  const arenas = pieces.filter(({ count }) => count === pieces.at(-1)!.count);
  // When the plan was made, and at each of six steps.
  expect(arenas).toHaveLength(7);
  expect(new Set(arenas.map(({ address }) => address)).size).toBe(1);
  expect(pieces.at(-2)).toBe(arenas.at(-2));
});

test("what is drawn takes no memory between two steps", () => {
  const step: Step<Tensor> = (state, key) => {
    const x = normal(fold(key, "x"), [10_000]);
    return { state: add(state, mean(x)), metrics: mul(mean(x), 1) };
  };
  const { between, most, replaying } = take(() => zeros([]), step, 6, true);
  expect(replaying).toBe(true);
  expect(most).toBeGreaterThan(40_000);
  expect(between).toBeLessThan(2000);
});

test("a state that grows stays plain", () => {
  const growing: Step<Tensor> = (state) => ({
    state: concat([state, zeros([1])]),
    metrics: mul(mean(state), 1),
  });
  const stepper = createStepper(tensor([3], [1]), growing);
  for (let i = 0; i < 6; i++) dispose(stepper.advance(keyOf(i)) as Tensor);
  expect([...stepper.state.dataSync()]).toEqual([3, 0, 0, 0, 0, 0, 0]);
  expect(stepper.mode().obstacle).toBe("parts of the state change their size");
  stepper.close();
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
/** Often one of the first, which are the state. */
const operand = fc.oneof(fc.nat({ max: LEAVES + 1 }), fc.nat({ max: 1000 }));
const line = fc.record({
  operation: fc.nat({ max: OPERATIONS.length - 1 }),
  a: operand,
  b: operand,
});
const program = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 12 }),
  next: fc.array(operand, { minLength: LEAVES, maxLength: LEAVES }),
  metrics: operand,
});

test("whatever a step computes of its state and of drawings, replayed steps are the same", () => {
  let replaying = 0;
  const numRuns = 400;
  const first = (): Tensor[] =>
    Array.from({ length: LEAVES }, (_, i) => tensor([1, 2, 3, -1, 0, i], [6]));
  fc.assert(
    fc.property(program, ({ lines, next, metrics }) => {
      const step: Step<readonly Tensor[]> = (state, key) => {
        const x = normal(fold(key, "x"), [6]);
        const known = [...state, x, tensor([1, -2, 0.5, 0, 3, -1], [6])];
        const pick = (place: number): Tensor => known[place % known.length]!;
        for (const { operation, a, b } of lines) {
          // What grows step by step would soon be no number any more.
          const result = OPERATIONS[operation]!(pick(a), pick(b));
          known.push(operation % 2 === 0 ? tanh(result) : result);
        }
        const made = known.slice(LEAVES + 2);
        // Results as they are, or parts of the state that stay, unless two parts would be one.
        const chosen = next.map((place, i) =>
          place === i ? state[i]! : made[place % made.length]!,
        );
        return {
          state: chosen.map((part, i) => (chosen.indexOf(part) < i ? neg(part) : part)),
          metrics: mul(pick(metrics), 1),
        };
      };
      const [plain, replayed] = [false, true].map((replay) => take(first, step, 7, replay));
      expect(replayed!.numbers).toEqual(plain!.numbers);
      replaying += Number(replayed!.replaying);
    }),
    { seed: 2, numRuns },
  );
  expect(replaying).toBeGreaterThan(numRuns / 2);
});

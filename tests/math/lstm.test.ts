/** Steps from ready gates; the cell itself is compared in other files. */
import { beforeAll, describe, expect, test } from "vitest";
import reference from "../fixtures/math-reference.json" with { type: "json" };
import { sum } from "../../src/math/broadcast.ts";
import { add, mul, square } from "../../src/math/elementwise.ts";
import { valueAndGrad } from "../../src/math/grad.ts";
import { matMul } from "../../src/math/linear.ts";
import { lstmCell, lstmStep, type LstmState } from "../../src/math/lstm.ts";
import { read } from "../../src/math/memory.ts";
import { concat, slice } from "../../src/math/shape.ts";
import { tensor, zeros, type Tensor } from "../../src/math/tensor.ts";
import {
  BACKENDS,
  start,
  wrongCurvatures,
  wrongSlopes,
  type Case,
} from "../fixtures/finite-differences.ts";
import { gap } from "../fixtures/gap.ts";

const STEP: Case = [
  "lstmStep",
  (gates, c) => {
    const next = lstmStep(gates, c);
    return concat([next.h, mul(next.c, 2)], 1);
  },
  [
    [2, 12],
    [2, 3],
  ],
];

const matrix = (m: readonly (readonly number[])[]): Tensor =>
  tensor(m.flat(), [m.length, m[0]!.length]);

describe.each(BACKENDS)("on $backend (kernels of our own: $kernels)", (backend) => {
  beforeAll(() => start(backend));

  test("gradient and second derivative", async () => {
    expect(await wrongSlopes(STEP)).toEqual([]);
    expect(await wrongCurvatures(STEP)).toEqual([]);
  });

  test("the products with the inputs made at once, before the steps: PyTorch's outputs and gradients", async () => {
    const { lstm } = reference;
    const inputs = matrix(lstm.x.flat());
    const bias = add(tensor(lstm.b_ih, [20]), tensor(lstm.b_hh, [20]));
    const outputs = ([W, V]: readonly Tensor[]): Tensor => {
      const ready = add(matMul(inputs, W!, { transposeB: true }), bias);
      let state: LstmState = { h: zeros([2, 5]), c: zeros([2, 5]) };
      return concat(
        lstm.x.map((_, t) => {
          const gates = add(
            slice(ready, [2 * t, 0], [2, 20]),
            matMul(state.h, V!, { transposeB: true }),
          );
          state = lstmStep(gates, state.c);
          return state.h;
        }),
      );
    };
    const weights = [matrix(lstm.W_ih), matrix(lstm.W_hh)];
    expect(await gap(outputs(weights), lstm.h.flat(2))).toBeLessThan(2e-6);
    const { grad } = valueAndGrad((w: readonly Tensor[]) => sum(square(outputs(w))))(weights);
    expect(await gap(grad[0]!, lstm.grad_W_ih.flat())).toBeLessThan(2e-6);
    expect(await gap(grad[1]!, lstm.grad_W_hh.flat())).toBeLessThan(2e-6);
  });

  test("a cell is its product and a step", async () => {
    const [W, b] = [
      tensor(
        [...Array(12).keys()].map((i) => Math.sin(i)),
        [3, 4],
      ),
      tensor([0, 1, 2, 3], [4]),
    ];
    const [x, h, c] = [tensor([1, 2], [1, 2]), tensor([3], [1, 1]), tensor([0.5], [1, 1])];
    const cell = lstmCell({ W, b }, x, { h, c });
    const parted = lstmStep(add(matMul(concat([x, h], 1), W), b), c);
    for (const part of ["h", "c"] as const)
      expect((await read(cell[part])).data[0]).toBeCloseTo((await read(parted[part])).data[0]!, 6);
  });
});

test("gates of another size are refused", () => {
  expect(() => lstmStep(zeros([2, 9]), zeros([2, 3]))).toThrow(
    "Gates [2,9] and a memory [2,3] make no step.",
  );
});

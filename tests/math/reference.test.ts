import { describe, expect, test } from "vitest";
import reference from "../fixtures/math-reference.json" with { type: "json" };
import { useBackend } from "../../src/math/backend.ts";
import { sum } from "../../src/math/broadcast.ts";
import { add, mul, sqrt, square, sub } from "../../src/math/elementwise.ts";
import { valueAndGrad } from "../../src/math/grad.ts";
import { read } from "../../src/math/memory.ts";
import { mlp, type Layer } from "../../src/math/nn.ts";
import { adam, rmsprop, sgd, type Optimiser } from "../../src/math/optim.ts";
import { mean } from "../../src/math/reduce.ts";
import { tensor, type Tensor } from "../../src/math/tensor.ts";

// Computed in PyTorch, float64; ours is float32, whose unit roundoff is 6e-8.
const RELATIVE = 2e-6;

/** The largest difference, in units of the largest number wanted. */
async function gap(found: Tensor, wanted: readonly number[]): Promise<number> {
  const { data } = await read(found);
  if (data.length !== wanted.length) return Infinity;
  return (
    Math.max(...wanted.map((value, i) => Math.abs(data[i]! - value))) /
    Math.max(...wanted.map(Math.abs))
  );
}

const matrix = (rows: readonly (readonly number[])[]): Tensor =>
  tensor(rows.flat(), [rows.length, rows[0]!.length]);

describe.each(["wasm", "cpu"] as const)("on %s, PyTorch's numbers", (backend) => {
  test.each<[string, Optimiser, number, { start: number[]; path: number[][] }]>([
    ["SGD", sgd(), 0.1, reference.optim_sgd],
    ["RMSProp", rmsprop(), 0.01, reference.optim_rmsprop],
    ["Adam", adam({ beta1: 0.5, beta2: 0.9 }), 0.01, reference.optim_adam],
  ])("path of %s", async (_name, optimiser, rate, { start, path }) => {
    await useBackend(backend);
    let params: readonly Tensor[] = [tensor(start, [4])];
    let state = optimiser.init(params);
    for (const wanted of path) {
      const { grad } = valueAndGrad(([q]: readonly Tensor[]) => sum(square(square(sub(q!, 1)))))(
        params,
      );
      ({ params, state } = optimiser.update(params, grad, state, rate));
      expect(await gap(params[0]!, wanted)).toBeLessThan(RELATIVE);
    }
  });

  const {
    W,
    b,
    real,
    fake,
    eps,
    loss,
    grads,
    penalty,
    penalty_grads: penaltyGrads,
  } = reference.wgan;
  const critic = (): readonly Layer[] =>
    W.map((rows, i) => ({ W: matrix(rows), b: tensor(b[i]!, [b[i]!.length]) }));

  test("WGAN critic's loss and gradients", async () => {
    await useBackend(backend);
    const f = (layers: readonly Layer[]) =>
      sub(mean(mlp(layers, matrix(fake))), mean(mlp(layers, matrix(real))));
    const { value, grad } = valueAndGrad(f)(critic());
    expect(await gap(value, [loss])).toBeLessThan(RELATIVE);
    for (const [i, layer] of grad.entries()) {
      expect(await gap(layer.W, grads[i]!.flat())).toBeLessThan(RELATIVE);
    }
    for (const i of [0, 1])
      expect(await gap(grad[i]!.b, grads[i + 3]!.flat())).toBeLessThan(RELATIVE);
    // The last bias cancels from the difference: its gradient is 0 up to rounding.
    expect((await read(grad[2]!.b)).data[0]).toBeCloseTo(0, 6);
  });

  test("gradient penalty, a gradient of a gradient", async () => {
    await useBackend(backend);
    const [x, y, e] = [matrix(real), matrix(fake), matrix(eps)];
    const mixes = add(mul(e, x), mul(sub(1, e), y));
    const f = (layers: readonly Layer[]) => {
      const slope = valueAndGrad((at: Tensor) => sum(mlp(layers, at)))(mixes).grad;
      return mean(square(sub(sqrt(sum(square(slope), 1)), 1)));
    };
    const { value, grad } = valueAndGrad(f)(critic());
    expect(await gap(value, [penalty])).toBeLessThan(RELATIVE);
    for (const [i, layer] of grad.entries())
      expect(await gap(layer.W, penaltyGrads[i]!.flat())).toBeLessThan(RELATIVE);
  });
});
